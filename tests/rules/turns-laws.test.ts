// The laws of turns and their words over random stories (rules T4–T6). Who held the floor, who was scribe and to whom words were left is
// worked out from the rows by hand and never asked of the rules.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '#simulation/engine/decide'
import { fold } from '#simulation/engine/room'
import { participantActor } from '#simulation/kernel/ids'
import { turnsWithoutWords } from '#simulation/reading/log/turns'
import type { Holder } from '#simulation/shapes/floor'
import type { Recorded } from '#simulation/shapes/record'
import { roomCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import { patience } from '../support/patience'
import { viewOf } from '../support/stories/heard'
import { storyOf } from '../support/stories/stories'
import { script } from '../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const PATIENCE = patience(120_000)

/** Reads a story's rows and tells, for each, what stands then of who speaks, scribes and was named. */
class Oracle {
  readonly tasks = new Map<string, string | null>()
  readonly leftTo = new Map<number, { seat: string; person: string | undefined } | null>()
  readonly delegations: ReadonlyMap<string, string | null>
  /** By its number: whose turn, and who gave its words last. */
  readonly turns = new Map<number, { speaker: string; author: string | null; as: string | null; text: string | null }>()
  readonly seats = new Map<string, string>()

  constructor(seats: readonly { id: string; delegation: string | null; task?: string | undefined }[]) {
    this.delegations = new Map(seats.map(({ id, delegation }) => [id, delegation]))
    for (const { id, task } of seats) if (task) this.tasks.set(id, task)
  }

  seatOf(by: string): string | undefined {
    return [...this.seats].find(([, person]) => `p:${person}` === by)?.[0]
  }

  /** The seat of whoever may give these words for the speaker who left them. */
  namedFor(turn: number): string | null {
    const left = this.leftTo.get(turn)
    if (!left) return null
    const now = left.person === undefined ? undefined : this.seatOf(`p:${left.person}`)
    if (now !== undefined && this.delegations.get(now) === this.delegations.get(left.seat)) return now
    return this.seats.has(left.seat) ? left.seat : null
  }

  /** `holder` is who had the floor before the row: an undo may have given it back to somebody. */
  note({ event, by }: Recorded, number: number, holder: Holder | null): void {
    switch (event.type) {
      case 'SeatTaken':
        this.seats.set(event.seat, event.person)
        break
      case 'SeatLeft':
        this.seats.delete(event.seat)
        break
      case 'TaskGiven':
        this.tasks.set(event.seat, event.task)
        break
      case 'FloorEnded':
        if (holder && !holder.spoke && event.spokenMs >= 1000) {
          const speaker = holder.person === null ? `understudy:${holder.seat}` : `p:${holder.person}`
          this.turns.set(number, { speaker, author: null, as: null, text: null })
        }
        break
      case 'WordsLeft':
        this.leftTo.set(event.turn, event.to === null ? null : { seat: event.to, person: this.seats.get(event.to) })
        break
      case 'WordsGiven': {
        const turn = this.turns.get(event.turn)
        if (turn) this.turns.set(event.turn, { ...turn, author: by, as: event.as, text: event.text })
        this.leftTo.delete(event.turn)
        break
      }
      default:
        break // changes nothing of turns and words
    }
  }
}

test(
  'T4 every turn leaves exactly one entry of its end or its statements, and never one in the name of an empty seat',
  () => {
    const seen = { silent: 0, wrote: 0, brief: 0, takenBack: 0 }
    fc.assert(
      fc.property(script(250), (told) => {
        const { rows, states, plan } = storyOf(told)
        for (const [index, row] of rows.entries()) {
          const { event } = row
          const before = states[index - 1]
          const added = (states[index]?.record.length ?? 0) - (before?.record.length ?? 0)
          if (event.type === 'FloorEnded' && before?.floor.holder) {
            const { spoke, person, seat } = before.floor.holder
            const takenBack = event.cause === 'taken-back'
            expect(added, `${event.cause} ${event.spokenMs}`).toBe(
              event.spokenMs >= 1000 && (!spoke || takenBack) ? 1 : 0,
            )
            expect(person !== null || plan.understudies, 'somebody spoke').toBe(true)
            if (event.speaker !== undefined)
              expect(event.speaker).toBe(person === null ? `understudy:${seat}` : `p:${person}`)
            if (event.spokenMs < 1000) seen.brief += 1
            else if (spoke) seen.wrote += 1
            else seen.silent += 1
            if (takenBack) seen.takenBack += 1
          }
        }
      }),
      { seed, numRuns: 60, skipAllAfterTimeLimit: PATIENCE },
    )
    expect(seen.silent).toBeGreaterThan(40)
    expect(seen.wrote).toBeGreaterThan(40)
    expect(seen.brief).toBeGreaterThan(5)
    expect(seen.takenBack).toBeGreaterThan(10)
  },
  PATIENCE,
)

const WORDS = { text: 'Otherwise.', intent: 'point', answers: null, anchors: [], dictated: false }
const wordsFor = (turn: number) => roomCommand.parse({ type: 'giveWords', turn, ...WORDS })

/** T5 T6: expects that these, where they sit here, may give a turn words; gives how many may. */
function areLetIn(state: RoomState, turn: number, actors: readonly (string | null | undefined)[]): number {
  if (state.closedAt !== null) return 0
  const seated = Object.values(state.seats).flatMap(({ holder }) => holder ?? [])
  const asked = seated.map(participantActor).filter((by) => actors.includes(by))
  for (const by of asked)
    expect(decide(state, wordsFor(turn), { by, at: state.openedAt, lot: 0 }).ok, `${by} of ${turn}`).toBe(true)
  return asked.length
}

/** T6: expects that of all who sit here the speaker alone may give a turn other words once it is withdrawn; gives how many asked. */
function rewordedByTheirSpeakerAlone(room: RoomState, turn: number): number {
  if (room.closedAt !== null) return 0
  const state = { ...room, withdrawn: { ...room.withdrawn, [turn]: room.record.length } }
  const ended = room.record.at(turn - 1)?.event
  const seated = Object.values(room.seats).flatMap(({ holder }) => holder ?? [])
  for (const person of seated) {
    const by = participantActor(person)
    const verdict = decide(state, wordsFor(turn), { by, at: room.openedAt, lot: 0 })
    const speaks = ended?.type === 'FloorEnded' && ended.speaker === by && !room.continued.includes(turn)
    expect(verdict.ok, `${by} of ${turn}`).toBe(speaks)
  }
  return seated.length
}

test(
  'T5 T6 words are given by who may, once replaced by who may, and every viewer of the room reads the same',
  () => {
    let stories = 0
    const seen = {
      speaker: 0,
      named: 0,
      scribe: 0,
      replaced: 0,
      own: 0,
      let: 0,
      corrected: 0,
      reworded: 0,
      views: 0,
      refused: 0,
      open: 0,
    }
    fc.assert(
      fc.property(script(250), (told) => {
        const story = storyOf(told)
        const { rows, states, plan, refusals } = story
        const oracle = new Oracle(plan.seats)
        for (const [index, row] of rows.entries()) {
          const { event, by, audience } = row
          if (event.type === 'WordsGiven') {
            expect(audience).toBe('everyone')
            const turn = oracle.turns.get(event.turn)
            const seat = oracle.seatOf(by) ?? ''
            const as =
              turn?.speaker === by
                ? 'speaker'
                : oracle.tasks.get(seat) === 'scribe'
                  ? 'scribe'
                  : [oracle.namedFor(event.turn), oracle.leftTo.get(event.turn)?.seat].includes(seat)
                    ? 'named'
                    : turn?.author === by
                      ? turn.as
                      : null
            expect(as, `${by} gave words to ${event.turn}`).toBe(event.as)
            if (turn?.author) {
              expect(as === 'speaker' || turn.author === by, 'only its author and the speaker replace words').toBe(true)
              seen.replaced += 1
              if (turn.author === by) seen.own += 1
            }
            seen[event.as] += 1
          }
          if (event.type === 'WordsLeft') expect(oracle.turns.get(event.turn)?.speaker).toBe(by)
          oracle.note(row, states[index]?.record.length ?? 0, states[index - 1]?.floor.holder ?? null)
          const now = states[index]
          if (!now || !['WordsLeft', 'SeatTaken', 'SeatLeft'].includes(event.type)) continue
          for (const [no, left] of oracle.leftTo) {
            const seats = [oracle.namedFor(no), left?.seat]
            seen.let += areLetIn(
              now,
              no,
              seats.map((seat) => `p:${oracle.seats.get(seat ?? '')}`),
            )
          }
        }
        const { state } = story
        for (const [no, { text, author, speaker }] of oracle.turns) {
          if (text === null) continue
          expect(state.turnWords[no]).toMatchObject({ text, by: author })
          if (state.withdrawn[no] === undefined) seen.corrected += areLetIn(state, no, [author, speaker])
          seen.reworded += rewordedByTheirSpeakerAlone(state, no)
        }
        // Every page of every fourth story is read.
        stories += 1
        for (const viewer of stories % 4 === 0 ? story.viewers() : []) {
          const view = fold(viewOf(rows, viewer, story.book.unsealed))
          expect(view?.turnWords).toEqual(state.turnWords)
          expect(view && turnsWithoutWords(view)).toEqual(turnsWithoutWords(state))
          seen.views += 1
        }
        const open = turnsWithoutWords(state).map(({ no }) => no)
        const waiting = [...oracle.turns].flatMap(([no, { speaker, text }]) =>
          text === null && speaker.startsWith('p:') && !state.continued.includes(no) ? [no] : [],
        )
        if (state.closedAt === null) expect(open).toEqual(waiting)
        seen.open += open.length
        seen.refused += (refusals.get('not-your-turn') ?? 0) + (refusals.get('words-given') ?? 0)
      }),
      { seed, numRuns: 140, skipAllAfterTimeLimit: PATIENCE },
    )
    expect(seen.speaker).toBeGreaterThan(10)
    expect(seen.scribe).toBeGreaterThan(1)
    expect(seen.named).toBeGreaterThan(1)
    expect(seen.replaced).toBeGreaterThan(5)
    expect(seen.own).toBeGreaterThan(5)
    expect(seen.let).toBeGreaterThan(5)
    expect(seen.corrected).toBeGreaterThan(20)
    expect(seen.reworded).toBeGreaterThan(50)
    expect(seen.refused).toBeGreaterThan(10)
    expect(seen.views).toBeGreaterThan(100)
    expect(seen.open).toBeGreaterThan(20)
  },
  PATIENCE,
)
