/** Drawn rooms told as rows, with all that a debrief counts: seats, turns with words, answers, citations, withdrawals, news and reveals. */
import fc from 'fast-check'
import { evolve } from '#simulation/engine/room'
import {
  type ActorId,
  CLOCK,
  commandId,
  participantActor,
  personId,
  type SeatId,
  seatId,
  understudyActor,
} from '#simulation/kernel/ids'
import type { RoomEvent } from '#simulation/shapes/room-event'
import type { RoomState } from '#simulation/state/room-state'
import { START } from '../given'
import { opened, type Round, revealOf, roundsWith } from './revealed-rounds'

export const SEATS = ['us.state', 'us.trade', 'jp.pm', 'jp.meti', 'cn.foreign', 'cn.bank'] as const
export const HEADS: readonly string[] = ['us.state', 'jp.pm', 'cn.foreign']

const said = fc.record({
  is: fc.constant('said' as const),
  seat: fc.constantFrom(...SEATS),
  /** The turn that held it. */
  seconds: fc.nat({ max: 90 }),
  /** Chooses among the statements before it. */
  answers: fc.option(fc.nat(), { freq: 4 }),
  cites: fc.uniqueArray(fc.constantFrom('E1.1', 'E2.1', 'E3.1', 'E4.1', 'E5.1'), { maxLength: 2 }),
  withdrawn: fc.nat(6).map((die) => die === 0),
})
const news = fc.record({ is: fc.constant('news' as const), retracted: fc.nat(4).map((die) => die === 0) })
const floor = fc.array(fc.oneof({ weight: 6, arbitrary: said }, { weight: 1, arbitrary: news }), { maxLength: 5 })
/** A room: who sits, and for each round what was revealed and what happened between. */
export const drawnRoom = fc.record({
  taken: fc.uniqueArray(fc.constantFrom(...SEATS)),
  rounds: fc
    .tuple(roundsWith(false), fc.array(floor, { minLength: 8, maxLength: 8 }))
    .map(([rounds, floors]) => rounds.map((reveals, place) => ({ reveals, floor: floors[place] ?? [] }))),
})
export type DrawnRoom = typeof drawnRoom extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** What stands in the record, as it was written: the oracle counts these and never asks the room. */
export type SaidThere = Readonly<{
  no: number
  seat: string
  round: number
  ms: number
  answers: number | null
  cites: readonly string[]
  withdrawn: boolean
}>
export type NewsThere = Readonly<{ no: string; round: number; retracted: boolean }>
export type ToldRoom = Readonly<{ state: RoomState; said: readonly SaidThere[]; news: readonly NewsThere[] }>

const phaseOf = (round: number, kind: 'reveal' | 'talk' | 'moved'): number =>
  opened.phases.findIndex(
    (phase) =>
      phase.round === opened.rounds[round]?.key &&
      (kind === 'talk' ? phase.kind === 'floor' || phase.kind === 'negotiation' : phase.kind === kind),
  )

export function toldRoom({ taken, rounds }: DrawnRoom): ToldRoom {
  let seq = 0
  let state: RoomState | null = null
  const row = { commandId: commandId.parse('command-1'), audience: 'everyone' as const }
  const tell = (event: RoomEvent, by: ActorId = CLOCK): RoomState => {
    seq += 1
    state = evolve(state, { ...row, by, seq, at: START + seq * 1000, event })
    return state
  }
  const begin = (index: number) => tell({ type: 'PhaseStarted', index, startsAt: START, endsAt: START + 600_000 })
  const seatOf = (name: string): SeatId => seatId.parse(name)
  const personIn = (name: string) => personId.parse(name.replace('.', '-'))
  let latest = tell({ type: 'RoomOpened', plan: opened })
  for (const name of taken) tell({ type: 'SeatTaken', seat: seatOf(name), person: personIn(name) })
  const [all, sent]: [SaidThere[], NewsThere[]] = [[], []]
  for (const [round, { reveals, floor }] of rounds.entries()) {
    const reveal = (stage: keyof Round) => {
      const event = reveals && revealOf(round, stage, reveals[stage])
      begin(phaseOf(round, stage === 'opening' ? 'reveal' : 'moved'))
      if (event) tell(event)
    }
    reveal('opening')
    begin(phaseOf(round, 'talk'))
    for (const each of floor) {
      if (each.is === 'news') {
        const key = `news-${seq}`
        const { record } = tell({
          type: 'InjectSent',
          key,
          form: 'wire',
          headline: 'A ship is stopped.',
          text: 'At noon.',
          anchors: [],
        })
        if (each.retracted) tell({ type: 'InjectRetracted', key })
        sent.push({ no: String(record.last()?.no), round, retracted: each.retracted })
        continue
      }
      const seat = seatOf(each.seat)
      const speaker = taken.includes(each.seat) ? participantActor(personIn(each.seat)) : understudyActor(seat)
      const answers = each.answers === null ? null : (all[each.answers % Math.max(1, all.length)]?.no ?? null)
      tell({ type: 'FloorGranted', seat, intent: 'point', until: START + 600_000, turn: 'floor' })
      const { cites, withdrawn } = each
      const words = { seat, text: 'We see it so.', intent: 'point' as const, answers, anchors: cites, spokenMs: 0 }
      latest = tell({ type: 'StatementMade', ...words }, speaker)
      const no = Number(latest.record.last()?.no)
      tell({ type: 'FloorEnded', seat, spokenMs: each.seconds * 1000, cause: 'yielded', wrote: true }, speaker)
      all.push({ no, seat, round, ms: each.seconds * 1000, answers, cites, withdrawn })
      if (withdrawn) tell({ type: 'StatementWithdrawn', seat, entry: no, reason: null }, speaker)
    }
    reveal('closing')
  }
  latest = tell({ type: 'RecordUnsealed' })
  return { state: latest, said: all, news: sent }
}
