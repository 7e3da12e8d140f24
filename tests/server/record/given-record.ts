/** A room whose record has a unique word in every kind of private and public text, so that a test can find who received it. */
import { databaseUrl } from '#server/base/database'
import { openRoomLog } from '#server/store/log/room-log'
import { delegationIds } from '#simulation/agenda/parties'
import { decide } from '#simulation/engine/decide'
import { evolve, fold } from '#simulation/engine/room'
import {
  type ActorId,
  chairActor,
  commandId,
  participantActor,
  type RoomId,
  seatId,
  understudyActor,
} from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomCommand } from '#simulation/shapes/room-command'
import { versionId } from '#simulation/shapes/text'
import { actingHead, type RoomState } from '#simulation/state/room-state'
import { JP, US_JP } from '../../support/stories/sides'
import { type Class, givenClass, givenStudent, type Student } from '../live/given/given-classroom'

/** Applies commands by the rules and saves the rows as the live room does; the story sets the time. */
export class Teller {
  readonly #room: RoomId
  readonly #rows: Recorded[]
  #saved: number
  #told = 0
  now: number

  private constructor(room: RoomId, rows: Recorded[], startsAt: number) {
    this.#room = room
    this.#rows = rows
    this.#saved = rows.length
    this.now = startsAt
  }

  static async open(room: RoomId, startsAt: number): Promise<Teller> {
    const log = openRoomLog(databaseUrl(), 1)
    const rows = await log.read(room)
    await log.close()
    return new Teller(room, rows, startsAt)
  }

  get state(): RoomState {
    const state = fold(this.#rows)
    if (!state) throw new Error('The room was never opened.')
    return state
  }

  does(by: ActorId, command: RoomCommand): this {
    this.#told += 1
    this.now += 1000
    const id = commandId.parse(`told-${this.#room.slice(0, 8)}-${this.#saved + this.#told}`)
    let state: RoomState | null = this.state
    const verdict = decide(state, command, { by, at: this.now, lot: 0.5 })
    if (!verdict.ok) throw new Error(`${by} was to ${command.type} and may not: ${verdict.rejection}`)
    for (const draft of verdict.rows) {
      const row = { seq: this.#rows.length + 1, at: this.now, by, commandId: id, ...draft }
      state = evolve(state, row)
      this.#rows.push(row)
    }
    return this
  }

  /** Ends the running phase, or starts the first, until one of this kind runs. */
  goesTo(kind: string, chair: ActorId): this {
    for (let steps = 0; steps < 40; steps += 1) {
      const { agenda, plan } = this.state
      if (agenda.status === 'running' && plan.phases[agenda.index]?.kind === kind) return this
      this.does(
        chair,
        agenda.status === 'running'
          ? { type: 'endPhase', index: agenda.index }
          : { type: 'startPhase', index: agenda.index + 1 },
      )
    }
    throw new Error(`There is no ${kind} ahead.`)
  }

  async saves(): Promise<void> {
    const log = openRoomLog(databaseUrl(), 1)
    const saved = await log.append(this.#room, this.#rows.slice(this.#saved))
    await log.close()
    if (saved === 'conflict') throw new Error('Somebody else has written on this record.')
    this.#saved = this.#rows.length
  }
}

const roundOf = (teller: Teller, place: number) => teller.state.plan.rounds[place]?.key ?? 'none'

/** The story is this far ahead of the clock, so that no phase of it ends by time and a live server beside it adds no row. */
const AHEAD_MS = 3_600_000

export type Cast = { us: Student; usTwo: Student; jp: Student; cn: Student; standing: Student; gone: Student }

const NAMES = ['Mei Castellano', 'Amara Osei', 'Yuki Hayakawa', 'Lin Jiayi', 'Ingrid Solberg', 'Tomás Ribeiro']

/** The students of a story, come into the class in the order of `Cast`. */
export async function givenCast(of: Class, names: readonly string[] = NAMES): Promise<Cast> {
  const [us, usTwo, jp, cn, standing, gone] = await Promise.all(names.map((name) => givenStudent(of, name)))
  if (!us || !usTwo || !jp || !cn || !standing || !gone) throw new Error('The class is not complete.')
  return { us, usTwo, jp, cn, standing, gone }
}

/** Before the debrief: everything that can be sealed has been said, and the second round's positions wait for their reveal. */
export async function sealedStory(of: Class, cast: Cast): Promise<Teller> {
  const chair = chairActor(of.instructor.id)
  const as = (student: Student) => participantActor(student.person)
  const teller = await Teller.open(of.roomId, Date.now() + AHEAD_MS)
  const seats: [Student, string][] = [
    [cast.us, 'us.state'],
    [cast.usTwo, 'us.treasury'],
    [cast.jp, 'jp.pm'],
    [cast.cn, 'cn.foreign'],
  ]
  for (const [student, seat] of seats) teller.does(as(student), { type: 'takeSeat', seat: seatId.parse(seat) })
  teller.does(as(cast.gone), { type: 'takeSeat', seat: seatId.parse('us.defense') })
  teller.goesTo('briefing', chair)
  teller.does(as(cast.us), { type: 'markStance', round: teller.state.plan.rounds[0]?.key ?? 'none', value: 2.5 })
  teller.does(as(cast.us), { type: 'speakInCaucus', text: 'word-us-caucus' })
  teller.does(as(cast.jp), { type: 'speakInCaucus', text: 'word-jp-caucus' })
  teller.does(as(cast.gone), { type: 'speakInCaucus', text: 'word-us-gone' })
  teller.does(as(cast.us), { type: 'callForHelp', text: 'word-us-help' })
  teller.does(chair, { type: 'nudge', to: 'room', text: 'word-all-note' })
  teller.does(chair, { type: 'nudge', to: JP, text: 'word-jp-note' })
  teller.does(chair, { type: 'nudge', to: seatId.parse('us.state'), text: 'word-state-note' })
  teller.goesTo('caucus', chair)
  teller.does(as(cast.us), { type: 'speakInBilateral', between: US_JP, text: 'word-usjp-bilateral' })
  const files = (place: number) => {
    const opening = { round: roundOf(teller, place), stage: 'opening' as const, anchors: [], guesses: {} }
    for (const [student, letters] of [
      [cast.us, 'us'],
      [cast.jp, 'jp'],
    ] as const) {
      const words = { value: 1, text: `word-${letters}-position-${place}`, redLine: `word-${letters}-line-${place}` }
      teller.does(as(student), { type: 'filePosition', ...opening, ...words })
    }
  }
  files(0)
  teller.goesTo('floor', chair)
  teller.does(chair, { type: 'grantFloor', seat: seatId.parse('jp.pm') })
  teller.does(as(cast.jp), {
    type: 'makeStatement',
    text: 'word-all-statement <b>&amp; *stars*',
    intent: 'challenge',
    answers: null,
    anchors: ['E3.1', { source: 'word-all-source' }],
  })
  const spoken = teller.state.record.length
  teller.does(chair, { type: 'bookmarkEntry', entry: String(spoken), note: 'word-chair-bookmark' })
  teller.does(chair, { type: 'writeInject', headline: 'word-all-news', text: 'word-all-news-text' })
  teller.goesTo('moved', chair).goesTo('caucus', chair)
  files(1)
  // The last draft is filed when the caucus ends; what was drafted before it stays a draft.
  for (const redLine of ['word-cn-draft', ''])
    teller.does(as(cast.cn), {
      ...{ type: 'draftPosition', round: roundOf(teller, 1), stage: 'opening', value: -2, text: '' },
      ...{ redLine, anchors: [], guesses: {} },
    })
  teller.does(chair, { type: 'removePerson', person: cast.gone.person })
  await teller.saves()
  return teller
}

/** All sides stand on the first words of the first one in the first clause, whoever plays them. */
function agrees(teller: Teller): void {
  const { plan, clauses } = teller.state
  const [first, ...others] = delegationIds(plan)
  const clause = clauses[0]?.key ?? 'none'
  for (const side of others) {
    const head = actingHead(teller.state, side)
    if (!head) continue
    const by = head.holder ? participantActor(head.holder) : understudyActor(head.id)
    teller.does(by, { type: 'standOn', clause, version: versionId.parse(`${first}-1`), reason: null })
  }
}

/** While the ballot runs: one vote is cast, with its reason. */
export async function votedStory(of: Class, cast: Cast, teller: Teller): Promise<void> {
  teller.goesTo('negotiation', chairActor(of.instructor.id))
  agrees(teller)
  teller.goesTo('ballot', chairActor(of.instructor.id))
  teller.does(participantActor(cast.us.person), {
    type: 'castBallot',
    clauses: [teller.state.plan.communique.clauses[0]?.key ?? 'none'],
    vote: 'against',
    reason: 'word-us-ballot',
  })
  await teller.saves()
}

/** At the close: what was sealed until the debrief opens, and somebody reflects in their own name. */
export async function openedStory(of: Class, cast: Cast, teller: Teller): Promise<void> {
  teller.goesTo('debrief', chairActor(of.instructor.id))
  teller.does(participantActor(cast.cn.person), { type: 'writeReflection', prompt: 0, text: 'word-cn-reflection' })
  await teller.saves()
}

/** A class whose story is told to its end. */
export async function givenWholeStory(): Promise<{ of: Class; cast: Cast }> {
  const of = await givenClass({ rounds: ['framing', 'regional-order'].map((tension) => ({ tension, seconds: null })) })
  const names = ['Mei Castellano', 'Amara Osei', 'Yuki Hayakawa', '林 佳怡', 'Ingrid Solberg', 'Tomás Ribeiro']
  const cast = await givenCast(of, names)
  const teller = await sealedStory(of, cast)
  await votedStory(of, cast, teller)
  await openedStory(of, cast, teller)
  return { of, cast }
}
