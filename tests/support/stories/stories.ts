/**
 * Random but plausible seminars for the laws: people join, sit, talk and leave, a chair intervenes, the clock is prompt or late.
 * Everything passed to the rules is frozen, so that a rule that mutates its input fails at once.
 */

import type { RoomPlan } from '#simulation/agenda/plan'
import { filingsBeforeEnd, understudyMove } from '#simulation/bots/understudies'
import { decide } from '#simulation/engine/decide'
import { maskedLog } from '#simulation/engine/masked-log'
import { evolve } from '#simulation/engine/room'
import { nextDue } from '#simulation/engine/timers'
import { actorId, commandId, personId } from '#simulation/kernel/ids'
import type { Moment } from '#simulation/kernel/moment'
import type { Viewer } from '#simulation/kernel/viewer'
import { changesWords } from '#simulation/questions/strikes'
import type { Scenario } from '#simulation/scenario/scenario'
import { viewerOf } from '#simulation/secrecy/hearing'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomCommand } from '#simulation/shapes/room-command'
import { roomCommand } from '#simulation/shapes/room-command'
import type { Verdict } from '#simulation/shapes/verdict'
import { hasEnded } from '#simulation/state/clock'
import type { RoomState } from '#simulation/state/room-state'
import type { Written } from '../cast'
import { CHAIR } from '../cast'
import { deepFreeze } from '../deep-freeze'
import { START } from '../given'
import { scenarioIn } from '../machines/settings'
import { StoryBook } from './story-book'
import { attempt } from './story-deeds'
import type { Beat, Script, Wait } from './story-script'
import { PEOPLE, planOf } from './story-script'
import { strikeAttempt } from './story-strikes'

/** One decision with its input, for a law to repeat. */
export type Judged = { before: RoomState | null; command: RoomCommand; moment: Moment; verdict: Verdict }

/** Callbacks of a law while the story is told. */
export type Listener = {
  judged?: (judged: Judged, story: Story) => void
  beat?: (story: Story, beats: number) => void
  /** Whether words are taken off and lines reported, beside the beats. */
  strikes?: true
}

const LONGEST = 5000

export class Story {
  readonly rows: Recorded[] = []
  /** The room after each row. */
  readonly states: RoomState[] = []
  readonly refusals = new Map<string, number>()
  readonly book: StoryBook
  readonly plan: RoomPlan
  readonly #listener: Listener
  readonly #undo: boolean
  readonly #scenario: Scenario
  #now = START
  #submitted = 0

  constructor(told: Script, listener: Listener = {}) {
    this.#listener = listener
    this.#undo = told.undo
    this.#scenario = scenarioIn(told.setting)
    const planned = planOf(told)
    this.plan = planned.plan
    this.book = new StoryBook(planned.plan)
    this.#submit('clock', { type: 'openRoom', ...this.book.marked(planned) })
    for (const [index, person] of PEOPLE.slice(0, 8).entries()) {
      const seat = this.plan.seats[index * 2]?.id ?? null
      if (told.seating === 'place') this.#submit(CHAIR, { type: 'placePerson', person, seat })
      else this.#submit(`p:${person}`, { type: 'takeSeat', seat: told.seating === 'lot' ? null : seat })
    }
    if (!told.lobby) this.#submit(CHAIR, { type: 'startPhase', index: 0 })
    for (const [index, beat] of told.beats.entries()) {
      this.#play(beat)
      listener.beat?.(this, index + 1)
    }
  }

  get state(): RoomState {
    const state = this.states.at(-1)
    if (!state) throw new Error('The story has not begun.')
    return state
  }

  /** Every viewer: chair, stage, and each person, as they sit now or sat then. */
  viewers(state = this.state): Viewer[] {
    const people = PEOPLE.map((name) => viewerOf(state, personId.parse(name)))
    return [{ kind: 'chair' }, { kind: 'stage' }, ...people]
  }

  #submit(by: string, written: Written): Verdict {
    const command = deepFreeze(roomCommand.parse(written))
    const before = this.states.at(-1) ?? null
    this.#submitted += 1
    const moment = { by: actorId.parse(by), at: this.#now, lot: (this.#submitted * 0.618) % 1 }
    const verdict = decide(before, command, moment)
    this.#listener.judged?.({ before, command, moment, verdict }, this)
    if (!verdict.ok) {
      this.refusals.set(verdict.rejection, (this.refusals.get(verdict.rejection) ?? 0) + 1)
      return verdict
    }
    const id = commandId.parse(`story-${this.#submitted}-0`)
    for (const draft of verdict.rows) {
      const row = deepFreeze({
        seq: this.rows.length + 1,
        at: this.#now,
        by: moment.by,
        commandId: id,
        ...draft,
      } satisfies Recorded)
      this.rows.push(row)
      const next = changesWords(row) ? maskedLog(this.rows).state : evolve(this.states.at(-1) ?? null, row)
      if (next) this.states.push(deepFreeze(next))
      this.book.note(row)
    }
    return verdict
  }

  #play({ deed, wait, dice }: Beat): void {
    this.#wait(wait, dice[0])
    const next = attempt(deed, dice, this.book, this.state)
    if (next) this.#fileBefore(next)
    const unwanted = next?.command.type === 'undoLastStep' && !this.#undo
    if (next && !unwanted && this.#submit(next.by, next.command).ok) {
      const token = next.secret ? this.book.keep(next.secret) : this.book.secrets.length
      next.accepted?.(token)
    }
    if (this.#listener.strikes && dice[4] % 4 === 0) {
      const { by, command } = strikeAttempt(dice, this.state)
      this.#submit(by, command)
    }
    this.#run(this.#now)
  }

  /** U6: before the chair ends a phase, the understudies file what they owe in it, as the server has them do. */
  #fileBefore({ by, command }: { by: string; command: Written }): void {
    if (command.type !== 'endPhase' || !by.startsWith('chair:') || command.index !== this.state.agenda.index) return
    for (const move of filingsBeforeEnd(this.state, this.#scenario)) this.#submit(move.by, move.command)
  }

  /** Lets time pass: either the clock acts first, or it is late and finds the beat done. */
  #wait(wait: Wait, by: number): void {
    const end = Math.max(this.#now, this.state.clock?.endsAt ?? 0)
    switch (wait) {
      case 'none':
        break
      case 'seconds':
        this.#run(this.#now + Math.round((by * 3) / this.plan.speed))
        break
      case 'next due':
        this.#run(Math.max(this.#now, nextDue(this.state, this.#now)?.at ?? 0))
        break
      case 'end of phase':
        this.#run(end)
        break
      case 'a little late':
        this.#now = end + (by % 4000)
        break
      case 'very late':
        this.#now = end + 5001 + (by % 60_000)
        break
      default:
        wait satisfies never
    }
  }

  /** Applies what clock and understudies owe until then. A refused command would be retried for ever, so it fails the story. */
  #run(until: number): void {
    for (let round = 0; round < LONGEST; round += 1) {
      const due = nextDue(this.state, this.#now)
      const move = hasEnded(this.state, this.#now) ? null : understudyMove(this.state, this.#scenario)
      const next = move && (!due || move.at < due.at) ? move : due
      if (!next || next.at > until || this.state.closedAt !== null) {
        this.#now = Math.max(this.#now, until)
        return
      }
      this.#now = Math.max(this.#now, next.at)
      const verdict = this.#submit(next.by, next.command)
      if (!verdict.ok) throw new Error(`${next.by} was due to ${next.command.type} and may not: ${verdict.rejection}`)
    }
    throw new Error('The clock never comes to rest.')
  }
}

const told = new Map<string, Story>()
/** So many stories are kept: some hundred megabytes in each of the test processes. */
const MOST_KEPT = 300

/** The story of a script that nobody listens to while it is told. All laws that draw the same script look at the same story. */
export function storyOf(script: Script): Story {
  const key = JSON.stringify(script)
  const known = told.get(key)
  if (known) return known
  const story = new Story(script)
  if (told.size < MOST_KEPT) told.set(key, story)
  return story
}
