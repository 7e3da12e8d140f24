// Takes struck and withdrawn words out of the rows of a log (rules K1–K4, T3). A `MaskedRow` is made here alone, and only masked rows can
// be heard (visible-row.ts): a row with words that were taken off compiles on no road to a page, a file or the search.
import type * as z from 'zod/mini'
import { GAP, isGap, isRedactedGap, unitsOf } from '../kernel/gaps'
import { type Recorded, recorded } from '../kernel/record'
import type { EventOf, RoomEvent } from '../kernel/room-event'
import { withWords, wordsIn } from '../topics/catalogue'
import type { StruckWords } from '../topics/strikes/schemas'
import type { PlacedText } from '../topics/topic'
import { isTurn } from '../topics/turns/questions'

/** A row without the words that were taken off it. The brand exists in the type only. */
const maskedRow = recorded.brand<'masked'>()
export type MaskedRow = z.infer<typeof maskedRow>

/** The row of a public entry; null where there is none. */
type SeqOf = (entry: number) => number | null
/** Of a log without the words taken off: by `seq`, the events that differ. */
type MaskedEvents = ReadonlyMap<number, RoomEvent>

/** The log as it may be read; a row from which nothing was taken is the same object. */
export function masked(rows: readonly Recorded[], seqOf: SeqOf): readonly MaskedRow[] {
  const masking = new Masking(rows, seqOf)
  for (const row of rows) masking.apply(row)
  const events = masking.events()
  const shown = rows.map((row) => {
    const event = events.get(row.seq)
    return event ? { ...row, event } : row
  })
  return shown.filter(isMasked)
}

/** Rows that have just been recorded, with none among them that takes words off (masked-log.ts). */
export const justRecorded = (rows: readonly Recorded[]): readonly MaskedRow[] => rows.filter(isMasked)

/** What one more row takes off rows that are masked already, which end before it. Putting back is not done here: a page has no words to put. */
export function takenOffBy(row: Recorded, rows: readonly Recorded[], seqOf: SeqOf): MaskedEvents {
  const masking = new Masking(rows, seqOf)
  masking.apply(row)
  return masking.events()
}

/** What was taken off one row's words, in their order: for staff who ask for them (K4). */
export function takenOff(rows: readonly Recorded[], seqOf: SeqOf, entry: string): readonly string[] {
  const masking = new Masking(rows, seqOf)
  for (const row of rows) masking.apply(row)
  return masking.takenOff(entry)
}

const isMasked = (_row: Recorded): _row is MaskedRow => true

/** One unit of a text (gaps.ts), and the rows by which it was taken off. */
type Unit = { readonly text: string; by: readonly number[] }

/** One text of a row, from which words are taken. It is cut into units only once some are. */
class MaskedText {
  readonly #text: string
  readonly of: PlacedText['of']
  #units: Unit[] | null = null

  constructor({ text, of }: PlacedText) {
    this.#text = text
    this.of = of
  }

  get #cut(): Unit[] {
    this.#units ??= unitsOf(this.#text).map((text) => ({ text, by: [] }))
    return this.#units
  }

  /** The text as it may be read. */
  get shown(): string {
    if (this.#units === null) return this.#text
    const shown = this.#runs()
      .map(({ shown: text }) => text)
      .join('')
    return shown.padEnd(this.of.least ?? 0, GAP)
  }

  /** The units as a reader counts them, each with the units of the text from `from` up to `to` that it stands for: what was taken off together is one. */
  #runs(): readonly { shown: string; from: number; to: number }[] {
    const runs: { shown: string; from: number; to: number }[] = []
    for (const [at, { text, by }] of this.#cut.entries()) {
      const shown = isRedactedGap(text) || by.length === 0 ? text : GAP
      const last = runs.at(-1)
      if (shown === GAP && last?.shown === GAP) last.to = at + 1
      else runs.push({ shown, from: at, to: at + 1 })
    }
    return runs
  }

  /** Takes off these parts, counted in what is shown. */
  take(spans: readonly { from: number; to: number }[], by: number): void {
    const runs = this.#runs()
    for (const { from, to } of spans) for (const run of runs.slice(from, to)) this.#mark(run.from, run.to, by)
  }

  takeAll(by: number): void {
    this.#mark(0, this.#cut.length, by)
  }

  /** Takes off these words wherever they stand in it. */
  takeWords(words: readonly string[], by: number): void {
    for (let from = 0; words.length > 0 && from + words.length <= this.#cut.length; from += 1)
      if (words.every((unit, step) => this.#isShown(from + step, unit))) this.#mark(from, from + words.length, by)
  }

  #isShown(at: number, text: string): boolean {
    const unit = this.#cut[at]
    return unit?.text === text && unit.by.length === 0
  }

  #mark(from: number, to: number, by: number): void {
    for (const unit of this.#cut.slice(from, to)) unit.by = [...unit.by, by]
  }

  putBack(what: readonly number[]): void {
    for (const unit of this.#units ?? []) unit.by = unit.by.filter((by) => !what.includes(by))
  }

  /** The stretches that are off, as they were written. */
  get taken(): readonly string[] {
    if (this.#units === null) return []
    const units = this.#units
    return this.#runs().flatMap(({ shown, from, to }) => {
      const words = units.slice(from, to).map(({ text }) => text)
      return shown === GAP && words.some((unit) => !isGap(unit)) ? [words.join('')] : []
    })
  }
}

/** Pieces shorter than this are not looked for in other versions of a text. */
const LEAST_PIECE = 2

class Masking {
  readonly #rows: readonly Recorded[]
  readonly #seqOf: SeqOf
  readonly #texts = new Map<number, readonly MaskedText[]>()
  /** By entry: the strikes that a putting back takes back. */
  readonly #strikes = new Map<string, number[]>()

  constructor(rows: readonly Recorded[], seqOf: SeqOf) {
    this.#rows = rows
    this.#seqOf = seqOf
  }

  apply({ seq, event }: Recorded): void {
    if (event.type === 'WordsStruck') this.#strike(event, seq)
    else if (event.type === 'StatementWithdrawn') this.#withdraw(event.entry, seq)
    else if (event.type === 'WordsPutBack') this.#putBack(event.entry)
  }

  events(): MaskedEvents {
    const events = new Map<number, RoomEvent>()
    for (const { seq, event } of this.#rows) {
      const texts = this.#texts.get(seq)
      if (!texts) continue
      let place = 0
      let differs = false
      const shown = withWords(event, (text) => {
        const now = texts[place]?.shown ?? text
        place += 1
        differs ||= now !== text
        return now
      })
      if (differs) events.set(seq, shown)
    }
    return events
  }

  takenOff(entry: string): readonly string[] {
    const strikes = this.#rows.flatMap(({ event }) =>
      event.type === 'WordsStruck' && event.entry === entry ? [event] : [],
    )
    const last = strikes.at(-1)
    const row = last ? this.#standing(last, Number.POSITIVE_INFINITY) : this.#entryRow(entry)
    return row
      ? this.#textsIn(row).flatMap((text) => (last?.seq === null && text.of.at !== entry ? [] : text.taken))
      : []
  }

  #entryRow(entry: string): Recorded | undefined {
    const words = this.#rows.findLast((row) => this.#isAt(row, entry))
    return words ?? this.#rowOf(this.#seqOf(Number(entry)))
  }

  #rowOf(seq: number | null): Recorded | undefined {
    return seq === null ? undefined : this.#rows.find((row) => row.seq === seq)
  }

  #textsIn(row: Recorded): readonly MaskedText[] {
    const known = this.#texts.get(row.seq)
    if (known) return known
    const texts = wordsIn(row.event).map((text) => new MaskedText(text))
    this.#texts.set(row.seq, texts)
    return texts
  }

  #isAt = (row: Recorded, place: string): boolean => this.#textsIn(row).some(({ of }) => of.at === place)

  #before = (seq: number): readonly Recorded[] => this.#rows.filter((row) => row.seq < seq)

  /** The row whose words a strike counts in: the entry's own, or the newest at its place. */
  #standing({ entry, seq }: Pick<EventOf<'WordsStruck'>, 'entry' | 'seq'>, before: number): Recorded | undefined {
    if (seq !== null) return this.#rowOf(seq)
    return this.#before(before).findLast((row) => this.#isAt(row, entry))
  }

  #strike(event: EventOf<'WordsStruck'>, seq: number): void {
    const { entry, words } = event
    this.#strikes.set(entry, [...(this.#strikes.get(entry) ?? []), seq])
    const row = this.#standing(event, seq)
    if (!row) return // this reader hears a copy of the words alone, which is struck under its own place
    const parts = this.#textsIn(row).filter(({ of }) => event.seq !== null || of.at === entry)
    const copies = this.#copies(parts, seq)
    const pieces = piecesOf(parts, words)
    for (const { part, spans } of partsOf(parts, words)) {
      const was = part.shown
      for (const copy of copies) if (copy.shown === was) copy.take(spans, seq)
      part.take(spans, seq)
    }
    const places = placesOf(parts)
    for (const copy of copies)
      if (words === 'all' && places.has(copy.of.at ?? '')) copy.takeAll(seq)
      else for (const piece of pieces) copy.takeWords(piece, seq)
  }

  /** The other texts that hold these words, or earlier versions of them. */
  #copies(parts: readonly MaskedText[], seq: number): readonly MaskedText[] {
    const places = placesOf(parts)
    if (places.size === 0) return []
    const own = new Set(parts)
    const isCopy = ({ of }: MaskedText) => [of.at ?? '', ...(of.beside ?? [])].some((place) => places.has(place))
    return this.#before(seq).flatMap((row) => this.#textsIn(row).filter((text) => !own.has(text) && isCopy(text)))
  }

  /** T3: whoever withdraws an entry takes its words off, and those of a turn with all that it was given. */
  #withdraw(entry: number, seq: number): void {
    const row = this.#rowOf(this.#seqOf(entry))
    if (!row) return
    const own = isTurn(row.event) ? [] : this.#textsIn(row)
    const places = isTurn(row.event) ? new Set([String(entry)]) : placesOf(own)
    for (const text of own) text.takeAll(seq)
    for (const earlier of this.#before(seq))
      for (const text of this.#textsIn(earlier))
        if (!own.includes(text) && places.has(text.of.at ?? '')) text.takeAll(seq)
  }

  #putBack(entry: string): void {
    const strikes = this.#strikes.get(entry) ?? []
    this.#strikes.delete(entry)
    for (const texts of this.#texts.values()) for (const text of texts) text.putBack(strikes)
  }
}

const placesOf = (texts: readonly MaskedText[]): ReadonlySet<string> => new Set(texts.flatMap(({ of }) => of.at ?? []))

type Span = { from: number; to: number }

function partsOf(parts: readonly MaskedText[], words: StruckWords): { part: MaskedText; spans: readonly Span[] }[] {
  if (words === 'all') return parts.map((part) => ({ part, spans: [{ from: 0, to: unitsOf(part.shown).length }] }))
  return parts.flatMap((part, place) => {
    const spans = words.filter((span) => span.part === place)
    return spans.length === 0 ? [] : [{ part, spans }]
  })
}

/** The struck words as units, cut at gaps: what other versions of the text may hold too. */
function piecesOf(parts: readonly MaskedText[], words: StruckWords): readonly (readonly string[])[] {
  const stretches = partsOf(parts, words).flatMap(({ part, spans }) => {
    const units = unitsOf(part.shown)
    return spans.map(({ from, to }) => units.slice(from, to))
  })
  const pieces: string[][] = []
  for (const stretch of stretches) {
    let piece: string[] = []
    for (const unit of [...stretch, GAP])
      if (!isGap(unit)) piece.push(unit)
      else {
        if (piece.join('').trim().length >= LEAST_PIECE) pieces.push(piece)
        piece = []
      }
  }
  return pieces
}
