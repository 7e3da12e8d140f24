// What a fact-checker and a historian work on: the statements that can be checked, newest first, with the checks made of each; and the
// chronicle, round by round (rules B2, B3).
import type { TensionKey } from '../kernel/ids'
import type { Check, RoomState } from '../kernel/room-state'
import { isAnswerable } from '../topics/statements/statements'
import type { Paragraph } from './transcript'
import { paragraphOf } from './transcript'

export type Checkable = Readonly<{ said: Extract<Paragraph, { kind: 'statement' | 'turn' }>; checks: readonly Check[] }>

/** How many of the newest statements a fact-checker is offered; older ones are found in the record. */
const OFFERED = 40

/** The newest statements and turns with the checks of each, newest first. */
export function checkables(state: RoomState): readonly Checkable[] {
  const found: Checkable[] = []
  for (const entry of state.record.toArray().toReversed()) {
    if (!isAnswerable(entry.event)) continue
    const said = paragraphOf(state, entry)
    if (said?.kind === 'statement' || said?.kind === 'turn') found.push({ said, checks: said.checkedIn ?? [] })
    if (found.length === OFFERED) break
  }
  return found
}

export type Chapter = Readonly<{ round: TensionKey | null; lines: readonly { no: string; text: string; at: number }[] }>

/** The chronicle's lines by round in the plan's order, then those of the whole, each in the order written. */
export function chronicleOf(state: RoomState): readonly Chapter[] {
  const written = state.record.toArray()
  return [...state.plan.rounds.map(({ key }) => key), null].map((round) => ({
    round,
    lines: written.flatMap(({ no, at, event }) =>
      event.type === 'ChronicleWritten' && event.round === round ? [{ no, text: event.text, at }] : [],
    ),
  }))
}
