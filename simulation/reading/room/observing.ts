// What a fact-checker and a historian work on: the statements that can be checked, newest first, with the checks made of each; and the
// chronicle, round by round (rules B2, B3).
import type { TensionKey } from '../../kernel/ids'
import { folded } from '../../kernel/search-text'
import type { Check } from '../../shapes/observers'
import type { Entry, RoomState } from '../../state/room-state'
import { isAnswerable } from '../../topics/statements/statements'
import { type Paragraph, paragraphOf } from '../log/transcript'

export type Checkable = Readonly<{ said: Extract<Paragraph, { kind: 'statement' | 'turn' }>; checks: readonly Check[] }>

/** How many statements a fact-checker is offered at a time: the newest, and as many older ones as they ask for. */
export const OFFERED = 40

/** Where a fact-checker's list begins, and the words by which it is searched; blank for everything. */
export type Offered = Readonly<{ from: number; words: string }>

/**
 * The statements and turns that these words find, with the checks of each. The list begins at a number, not at a count from the newest: what is
 * said meanwhile takes nothing from its end, where somebody may be choosing.
 */
export function checkables(state: RoomState, { from, words }: Offered) {
  const found = checkableEntries(state, words)
  const shown = found.filter(({ no }) => Number(no) >= from).flatMap((entry) => checkable(state, entry) ?? [])
  return {
    /** Those from where the list begins, newest first. */
    shown,
    /** How many older ones there are. */
    earlier: found.length - shown.length,
  }
}

/** The list of the newest that these words find; with `before`, of as many again that are older. */
export function offered(state: RoomState, words: string, before = Number.POSITIVE_INFINITY): Offered {
  const older = checkableEntries(state, words).filter(({ no }) => Number(no) < before)
  return { from: Number(older[Math.min(OFFERED, older.length) - 1]?.no ?? 1), words }
}

/** The entries that can be checked, newest first. */
function checkableEntries(state: RoomState, words: string): readonly Entry[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean)
  return state.record
    .toArray()
    .filter((entry) => {
      if (!isAnswerable(entry.event)) return false
      const text = wanted.length === 0 ? '' : folded(textOf(state, entry))
      return wanted.every((word) => text.includes(word))
    })
    .toReversed()
}

/** What an entry is found by: its number, its office and its words. */
function textOf(state: RoomState, entry: Entry): string {
  const said = checkable(state, entry)?.said
  const office = said?.seat == null ? '' : (state.seats[said.seat]?.title ?? '')
  return [entry.no, office, said?.kind === 'statement' ? said.text : ''].join(' ')
}

function checkable(state: RoomState, entry: Entry): Checkable | null {
  const said = paragraphOf(state, entry)
  return said?.kind === 'statement' || said?.kind === 'turn' ? { said, checks: said.checkedIn ?? [] } : null
}

export type Chapter = Readonly<{ round: TensionKey | null; lines: readonly { no: string; text: string; at: number }[] }>

/**
 * The chronicle's lines by round: the round at hand first, then those before it, then those of the whole; each in the order written. A round
 * that has not begun is no chapter yet: nobody is asked what it turned on. In a homework debate, whose parts treat all rounds, none is at
 * hand: they stand in the plan's order.
 */
export function chronicleOf(state: RoomState): readonly Chapter[] {
  const { plan, agenda } = state
  const written = state.record.toArray()
  const isBegun = (round: TensionKey) => plan.phases.findIndex((phase) => phase.round === round) <= agenda.index
  const inPlan = plan.rounds.map(({ key }) => key)
  const rounds = plan.phases.some(({ round }) => round !== null) ? inPlan.toReversed() : inPlan
  return [...rounds, null].flatMap((round) => {
    const lines = written.flatMap(({ no, at, event }) =>
      event.type === 'ChronicleWritten' && event.round === round ? [{ no, text: event.text, at }] : [],
    )
    return round === null || isBegun(round) || lines.length > 0 ? [{ round, lines }] : []
  })
}
