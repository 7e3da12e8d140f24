// The three taps of a turn that put nothing in writing (T10): when its speaker is asked for them (N9), and from what they choose.
import { ruleOf } from '../../agenda/phase-kinds'
import { isParagraph, type PersonId, participantActor, type SeatId } from '../../kernel/ids'
import { type SaidOfTurn, saidOfTurn, tapRight } from '../../questions/turns'
import type { Seat } from '../../shapes/seats'
import { phaseNow, type RoomState } from '../../state/room-state'
import { isAnswerable } from '../../topics/statements/statements'
import { paragraphs } from '../log/transcript'
import { turnsToWord } from '../log/turns'
import { type SaidEntry, saidIn } from '../positions/debrief'

/** The taps of one's own turn; `left` of the three are still to be made. */
export type TapTask = { kind: 'tap-turn'; turn: number; seconds: number; left: number }

/** How many of the three taps nobody has made. */
const tapsLeft = (state: RoomState, no: number): number => {
  const { answers, about, way } = saidOfTurn(state, no)
  return [answers, about, way].filter((part) => part === undefined).length
}

/** N9: the newest turn of this person, if they are asked what it answers; not what they left as spoken (`left`). */
export function tapsAsked(state: RoomState, seat: Seat, person: PersonId, left: readonly number[]): TapTask | null {
  const phase = phaseNow(state)
  if (!phase || !state.plan.taps || seat.delegation === null) return null
  const { floor, votes, ratifies, reflections } = ruleOf(phase)
  if (votes || ratifies || reflections !== null) return null
  const { hands, carried, holder } = state.floor
  if (holder?.seat === seat.id || [...hands, ...carried].some((hand) => hand.seat === seat.id)) return null
  const own = turnsToWord(state, seat, participantActor(person)).filter(({ as }) => as === 'speaker')
  const turn = own.at(-1)
  if (!turn || turn.withdrawn || turn.leftTo !== null || left.includes(turn.no) || hadFloorAgain(state, turn))
    return null
  // Once another phase has a floor, that one is what there is to speak of.
  if (floor !== null && state.record.at(turn.no - 1)?.phase !== state.agenda.index) return null
  const taps = tapsLeft(state, turn.no)
  return taps === 0 ? null : { kind: 'tap-turn', turn: turn.no, seconds: turn.seconds, left: taps }
}

function hadFloorAgain({ record }: RoomState, { no, seat }: { no: number; seat: SeatId }): boolean {
  for (let after = no; ; after += 1) {
    const event = record.at(after)?.event
    if (!event) return false
    if ((event.type === 'FloorGranted' || event.type === 'StatementMade') && event.seat === seat) return true
  }
}

/** What a turn may answer, newest first, and the paragraphs that are most used in its round. */
export type TapChoices = Readonly<{
  newest: readonly SaidEntry[]
  earlier: readonly SaidEntry[]
  paragraphs: readonly string[]
}>

/** So many are shown at once; the others on request. */
const SHOWN = 3

/** Null for whoever may not tap for this turn. `tapped` is a paragraph that was chosen just now, which the room does not show yet. */
export function tapChoices(
  state: RoomState,
  no: number,
  seat: Seat,
  person: PersonId,
  tapped?: SaidOfTurn['about'],
): TapChoices | null {
  const turn = state.record.at(no - 1)
  const by = participantActor(person)
  if (state.closedAt !== null || !turn || state.withdrawn[no] !== undefined) return null
  if (tapRight(state, no, seat, by) === null) return null
  const round = state.plan.phases[turn.phase]?.round ?? null
  const own = 'seat' in turn.event ? turn.event.seat : null
  const said = saidIn(paragraphs(state))
  const answerable = said
    .filter((each) => Number(each.no) < no && each.seat !== own)
    .filter((each) => isAnswerable(state.record.at(Number(each.no) - 1)?.event ?? turn.event))
    .toReversed()
  const { answers, about: stands } = saidOfTurn(state, no)
  const about = tapped === undefined ? stands : tapped
  // What is chosen already, or was asked to be answered, is among what is shown.
  const near = answerable.filter((each) => each.round === round || round === null)
  const chosen = answerable.filter((each) => Number(each.no) === answers)
  const newest = [...new Set([...chosen, ...near])].slice(0, SHOWN).toSorted((a, b) => Number(b.no) - Number(a.no))
  const used = mostUsed(said.filter((each) => each.round === round && Number(each.no) !== no))
  const shown = [...new Set([...(typeof about === 'string' ? [about] : []), ...used])].slice(0, SHOWN)
  return { newest, earlier: answerable.filter((each) => !newest.includes(each)), paragraphs: shown }
}

/** The paragraphs that these cite, the most cited first, and among equals the one cited last. */
function mostUsed(said: readonly SaidEntry[]): readonly string[] {
  const counts = new Map<string, number>()
  const cited = said.toReversed().flatMap(({ anchors }) => anchors)
  for (const anchor of cited)
    if (typeof anchor === 'string' && isParagraph(anchor)) counts.set(anchor, (counts.get(anchor) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id)
}
