// Words that are off in a record, in a room that shares its past (rule K10): one plays on from a moment of the other (D26), so that both hold
// the same rows up to it.
import { isGap, unitsOf } from '../kernel/gaps'
import { hasWords, textsOf, wordsRowOf } from '../questions/strikes'
import type { Recorded } from '../shapes/record'
import { MOST_SPANS, type StrikeReason, type StruckWords } from '../shapes/strikes'
import type { RoomState } from '../state/room-state'
import { wordsIn } from './catalogue'
import { Masking, type OffText } from './masking'
import { fold } from './room'

/** A text off which words are. `name` is what its words are named by: a place, or the number of an entry. */
type NamedText = Omit<OffText, 'at'> & { name: string }
/** What to strike in the other room, so that it loses the same words. */
export type StrikeThere = Readonly<{ entry: string; words: StruckWords; reason: StrikeReason }>
/** The other room, as its chair reads it. */
type There = Readonly<{ rows: readonly Pick<Recorded, 'event'>[]; state: RoomState }>

/**
 * What the chair has taken off in a record, or off one entry of it, and what still stands in another room of whose rows the first are the
 * same, `shared` of them. `log` is the record's rows as they were recorded.
 */
export function strikesToFollow(
  log: readonly Recorded[],
  there: There,
  shared: number,
  only: string | null = null,
): readonly StrikeThere[] {
  const state = fold(log)
  if (!state) return []
  const masking = new Masking(log, (no) => state.record.at(no - 1)?.seq ?? null)
  for (const row of log) masking.apply(row)
  const numbers = new Map([...state.record, ...state.privateEntries].map(({ seq, no }) => [seq, no]))
  const follow = new Map<string, StrikeThere>()
  for (const entry of only === null ? Object.keys(state.strikes) : [only]) {
    // Of words that their writer has withdrawn, and that are redacted, nobody has given a reason.
    const reason = state.strikes[entry]?.at(-1)?.reason ?? 'not-fit'
    const held = masking.offIn(entry).flatMap(({ at, ...text }): NamedText[] => {
      const name = at ?? numbers.get(text.seq)
      const row = there.rows[text.seq - 1]
      const stands = row && text.seq <= shared ? wordsIn(row.event)[text.part]?.text : undefined
      return name !== undefined && stands !== undefined && marked(stands, [text]).includes(true)
        ? [{ ...text, name }]
        : []
    })
    for (const name of new Set(held.map((text) => text.name))) {
      const words = wordsThere(held, name, there.state)
      if (words !== null) follow.set(name, { entry: name, words, reason })
    }
  }
  return [...follow.values()]
}

/** All of it, where little else would be left. Null where nothing can be struck under the name. */
function wordsThere(held: readonly NamedText[], name: string, state: RoomState): StruckWords | null {
  const row = wordsRowOf(state, name)
  const texts = row ? textsOf(row, name, wordsIn) : []
  if (!texts.some(hasWords)) return null
  const own = held.filter((one) => one.name === name)
  const marks = texts.map((text) => marked(text, own))
  const isLeft = (text: string, part: number) =>
    hasWords(
      unitsOf(text)
        .filter((_, at) => !marks[part]?.[at])
        .join(''),
    )
  const spans = marks.flatMap((one, part) => spansOf(one).map((span) => ({ part, ...span })))
  return spans.length === 0 || spans.length > MOST_SPANS || !texts.some(isLeft) ? 'all' : spans
}

/** Shorter pieces are looked for only where the whole text is the same. */
const LEAST_PIECE = 2

/** Which units of a text are words that are off one of these. */
function marked(text: string, off: readonly Pick<OffText, 'written' | 'off'>[]): readonly boolean[] {
  const units = unitsOf(text)
  const marks = units.map(() => false)
  const mark = (from: number, to: number) => marks.fill(true, from, to)
  const same = off.find(({ written }) => written === text)
  if (same) for (const { from, to } of same.off) mark(from, to)
  else
    for (const piece of off.flatMap(piecesOf))
      for (let from = 0; from + piece.length <= units.length; from += 1)
        if (piece.every((unit, step) => units[from + step] === unit)) mark(from, from + piece.length)
  return marks
}

/** The words that are off, cut at gaps. */
function piecesOf({ written, off }: Pick<OffText, 'written' | 'off'>): readonly (readonly string[])[] {
  const units = unitsOf(written)
  const pieces: string[][] = [[]]
  for (const { from, to } of off) {
    for (const unit of units.slice(from, to))
      if (isGap(unit)) pieces.push([])
      else pieces.at(-1)?.push(unit)
    pieces.push([])
  }
  return pieces.filter((piece) => piece.join('').trim().length >= LEAST_PIECE)
}

function spansOf(marks: readonly boolean[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = []
  for (const [at, isMarked] of marks.entries()) {
    const last = spans.at(-1)
    if (isMarked && last?.to === at) last.to = at + 1
    else if (isMarked) spans.push({ from: at, to: at + 1 })
  }
  return spans
}
