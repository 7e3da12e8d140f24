// What is said on the record, and how it is withdrawn (rules T1–T4, T9); where sides ask each other, without the floor (E1, E2).

import { delegationIds } from '../../agenda/parties'
import type { Anchor, DelegationId, Intent } from '../../kernel/ids'
import { isBriefs, told } from '../../questions/origin'
import { isTurn } from '../../questions/turns'
import { everyone } from '../../shapes/record'
import type { EventOf, RoomEvent } from '../../shapes/room-event'
import { accept, type Rejection, refuse } from '../../shapes/verdict'
import { closedTo, heldFor } from '../../state/clock'
import { opensNow, type RoomState } from '../../state/room-state'
import { misaskedSide } from '../cases/cases'
import { type Rule, searchLines } from '../topic'

export const makeStatement: Rule<'makeStatement'> = (state, command, who, moment) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const asks = opensNow(state, 'asksSides')
  const closed = closedTo(state, moment, asks ? 'asksSides' : 'floor')
  if (closed) return refuse(closed)
  if (!asks && state.floor.holder?.seat !== who.seat.id) return refuse('does-not-hold-the-floor')
  if (command.answers !== null) {
    const answered = state.record.at(command.answers - 1)
    if (!answered) return refuse('no-such-entry')
    if (!isAnswerable(answered.event)) return refuse('not-a-statement')
  }
  const misput =
    misputQuestion(state, command, who.seat.delegation) ??
    (asks ? misaskedSide(state, command, who.seat.delegation) : null)
  if (misput) return refuse(misput)
  return accept(
    everyone({
      type: 'StatementMade',
      seat: who.seat.id,
      text: command.text,
      intent: command.intent,
      answers: command.answers,
      ...putTo(command),
      anchors: command.anchors,
      spokenMs: heldFor(state, moment.at),
      ...told(state, isBriefs(state, who.seat.delegation, command.text)),
    }),
  )
}

type Put = Readonly<{ to?: DelegationId | undefined }>

/** T9: why a statement cannot be put to whom it names; null where it can, or names nobody. */
export function misputQuestion(
  { plan }: RoomState,
  { to, intent }: Put & Readonly<{ intent: Intent }>,
  own: DelegationId | null,
): Rejection | null {
  if (to === undefined) return null
  if (intent !== 'question') return 'no-question'
  return to === own || !delegationIds(plan).includes(to) ? 'not-asked-of-oneself' : null
}

/** To whom a question is put, as a field that is absent where it is put to nobody in particular. */
export const putTo = ({ to }: Put): { to?: DelegationId } => (to === undefined ? {} : { to })

export const withdrawStatement: Rule<'withdrawStatement'> = (state, command, who) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const entry = state.record.at(command.entry - 1)
  if (!entry) return refuse('no-such-entry')
  const worded = state.turnWords[command.entry] !== undefined
  if (!(isStatement(entry.event) || (worded && isTurn(entry.event)))) return refuse('not-a-statement')
  if (entry.event.seat !== who.seat.id) return refuse('not-own-statement')
  if (state.withdrawn[command.entry] !== undefined) return refuse('already-withdrawn')
  return accept(
    everyone({ type: 'StatementWithdrawn', seat: who.seat.id, entry: command.entry, reason: command.reason }),
  )
}

/** A statement made with the floor, or posted without it in a homework debate. */
export const isStatement = (event: RoomEvent): event is EventOf<'StatementMade' | 'StatementPosted'> =>
  event.type === 'StatementMade' || event.type === 'StatementPosted'

/** What can be answered and checked: a statement, or a finished turn, which may get its words later (T5). */
export const isAnswerable = (event: RoomEvent): event is EventOf<'StatementMade' | 'StatementPosted' | 'FloorEnded'> =>
  isStatement(event) || isTurn(event)

/** The number of the entry that withdrew this one; null if it was not withdrawn. */
export const withdrawnBy = ({ withdrawn }: RoomState, no: string): number | null => withdrawn[Number(no)] ?? null

/** The delegation whose statement an entry is. */
export function answeredIn(state: RoomState, entry: number | null): DelegationId | null {
  const event = entry === null ? undefined : state.record.at(entry - 1)?.event
  const seat = event && 'seat' in event ? event.seat : undefined
  return seat ? (state.seats[seat]?.delegation ?? null) : null
}

/** What a person wrote in a statement, for the search: its text, and the sources they named in their own words. */
export const writtenIn = ({ text, anchors }: { text: string; anchors: readonly Anchor[] }): string | null =>
  searchLines(text, ...anchors.map((anchor) => (typeof anchor === 'string' ? null : anchor.source)))
