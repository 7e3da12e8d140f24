// What is known of turns that were spoken aloud (T10): how many say whom they answer, how, and the last of them on a line for the stage.

import { delegationIds } from '../../agenda/parties'
import { ruleOf } from '../../agenda/phase-kinds'
import type { DelegationId, SeatId } from '../../kernel/ids'
import type { TurnWay } from '../../shapes/turns'
import { isPublicNumber } from '../../state/numbered-entries'
import { phaseNow, type RoomState } from '../../state/room-state'
import { paragraphs } from '../log/transcript'
import { type SaidEntry, saidIn } from '../positions/debrief'
import { extremeOf, type Ground } from '../record/proofs'

/** A turn of a person that put nothing in writing while it lasted. */
const isAloud = (said: SaidEntry): boolean =>
  said.person !== null && (said.kind === 'turn' || said.summary !== undefined)

/** Of the turns spoken aloud: how many answer something, how many of these have words, how many open a new point, and how many have not said. */
export type TurnsSaid = Readonly<{ turns: number; answer: number; worded: number; newPoints: number; unsaid: number }>

export function turnsSaid(state: RoomState): TurnsSaid {
  const aloud = turnsAloud(state)
  const count = (which: SaidAloud) => aloud.filter(({ way }) => way === which).length
  const [worded, newPoints] = [count('worded'), count('new-point')]
  return { turns: aloud.length, answer: worded + count('answers'), worded, newPoints, unsaid: count('unsaid') }
}

/** That a turn answers something, with words of its own or without; that it opens a new point; or nothing yet. */
export type SaidAloud = 'worded' | 'answers' | 'new-point' | 'unsaid'

/** Each turn spoken aloud, in the order of the record. */
export const turnsAloud = (state: RoomState): readonly Ground<SaidAloud>[] =>
  saidIn(paragraphs(state))
    .filter(isAloud)
    .map(({ no, kind, answers, tapped }) => ({
      key: no,
      way: answers !== null ? (kind === 'statement' ? 'worded' : 'answers') : tapped?.newPoint ? 'new-point' : 'unsaid',
      entries: [no],
    }))

/** How turns spoken aloud answered a delegation of others (D3); `none` have not said how. */
export type WaysTo = Readonly<{ to: DelegationId; count: number } & Record<TurnWay | 'none', number>>

/** The delegations that were so answered, in the plan's order. */
export function waysAnswered(state: RoomState): readonly WaysTo[] {
  const all = paragraphs(state)
  const sideOf = new Map(all.map(({ no, delegation }) => [no, delegation]))
  const given = saidIn(all)
    .filter(isAloud)
    .map(({ answers, delegation, tapped }) => ({
      to: answers === null ? null : (sideOf.get(String(answers)) ?? null),
      by: delegation,
      way: tapped?.way ?? 'none',
    }))
    .filter(({ to, by }) => to !== by)
  return delegationIds(state.plan).flatMap((to): WaysTo[] => {
    const own = given.filter((one) => one.to === to)
    const count = (way: TurnWay | 'none') => own.filter((one) => one.way === way).length
    return own.length === 0
      ? []
      : [
          {
            ...{ to, count: own.length, for: count('for'), against: count('against') },
            ...{ question: count('question'), none: count('none') },
          },
        ]
  })
}

/** One turn on the stage's line. `answers` is the place on the line of what it answers, where that is shown. */
export type LineTurn = Readonly<{
  no: string
  seat: SeatId | null
  delegation: DelegationId | null
  /** Whether it says whom it answers, or that it answers nobody. */
  said: boolean
  answers: number | null
  way: TurnWay | null
  /** What was tapped last. */
  newest: boolean
}>

/** The sentence over the line: of all turns of the debate, of which the line shows the last. */
export type LineFinding =
  | { kind: 'none-said'; turns: number }
  | { kind: 'answered'; seat: SeatId; turns: number; against: number; for: number }
  | { kind: 'some'; said: number; turns: number }

export type TurnsLine = Readonly<{
  turns: readonly LineTurn[]
  finding: LineFinding
  /** The turn that was tapped last, with all that it says, and the side that it answers. */
  newest: Readonly<{ said: SaidEntry; to: DelegationId | null; about: string | null }> | null
}>

/** So many turns are shown. */
const ON_LINE = 7

/** The last turns of the debate that runs; null where none was spoken aloud in it, or no floor is open. */
export function turnsOnLine(state: RoomState): TurnsLine | null {
  const phase = phaseNow(state)
  if (!phase || ruleOf(phase).floor !== 'asked-for') return null
  const said = saidIn(paragraphs(state)).filter((one) => one.phase === state.agenda.index && isPublicNumber(one.no))
  if (!said.some(({ kind, person }) => kind === 'turn' && person !== null)) return null
  const shown = said.slice(-ON_LINE)
  const tapped = shown
    .filter(({ no }) => state.turnTaps[Number(no)])
    .toSorted((a, b) => (state.turnTaps[Number(b.no)]?.at ?? 0) - (state.turnTaps[Number(a.no)]?.at ?? 0))
  const [newest = null] = tapped
  const to = paragraphs(state).find(({ no }) => newest && no === String(newest.answers))?.delegation ?? null
  const about = (newest && state.turnTaps[Number(newest.no)]?.about) ?? null
  return {
    turns: shown.map((one) => onLine(one, shown, newest)),
    finding: findingOf(said),
    newest: newest && { said: newest, to, about },
  }
}

function onLine(one: SaidEntry, shown: readonly SaidEntry[], newest: SaidEntry | null): LineTurn {
  const { no, seat, delegation, answers, tapped } = one
  const place = answers === null ? -1 : shown.findIndex((other) => other.no === String(answers))
  return {
    ...{ no, seat, delegation, said: saysWhom(one), answers: place === -1 ? null : place },
    ...{ way: tapped?.way ?? null, newest: one === newest },
  }
}

/** What was written says what it answers by what it names; a turn, by its taps. */
const saysWhom = ({ kind, answers, tapped }: SaidEntry): boolean =>
  kind === 'statement' || answers !== null || tapped?.newPoint === true

function findingOf(said: readonly SaidEntry[]): LineFinding {
  const turns = said.length
  const told = said.filter(({ answers, tapped }) => answers !== null || tapped?.newPoint)
  if (told.length === 0) return { kind: 'none-said', turns }
  const seatOf = new Map(said.map(({ no, seat }) => [no, seat]))
  const met = said.flatMap(({ answers, tapped }) => {
    const seat = answers === null ? null : seatOf.get(String(answers))
    return seat ? [{ seat, way: tapped?.way ?? null }] : []
  })
  const seats = [...new Set(met.map(({ seat }) => seat))]
  const most = extremeOf(
    seats.map((seat) => [seat, met.filter((one) => one.seat === seat).length] as const),
    'most',
  )
  const [seat] = most?.at ?? []
  if (!most || seat === undefined || most.stands !== 'alone' || most.value < 2)
    return { kind: 'some', said: told.length, turns }
  const count = (way: TurnWay) => met.filter((one) => one.seat === seat && one.way === way).length
  return { kind: 'answered', seat, turns: most.value, against: count('against'), for: count('for') }
}
