// Takes struck and withdrawn words out of the rows of a log (rules K1–K4, T3). A `MaskedRow` is made here alone, and only masked rows can
// be heard (secrecy/visible-row.ts): a row with words that were taken off compiles on no road to a page, a file or the search.
import { GAP, isGap, unitsOf } from '../kernel/gaps'
import { isTurn } from '../questions/turns'
import type { MaskedRow } from '../secrecy/masked-row'
import { isVersionPlace } from '../shapes/places'
import type { Recorded } from '../shapes/record'
import type { EventOf, RoomEvent } from '../shapes/room-event'
import type { StruckWords } from '../shapes/strikes'
import { isPublicNumber } from '../state/numbered-entries'
import { withWords, wordsIn } from './catalogue'
import { MaskedText, type Span } from './masked-text'
import { withoutOrigin } from './without-origin'

/** The row of a public entry; null where there is none. */
type SeqOf = (entry: number) => number | null
/** Of a log without the words taken off: by `seq`, the events that differ. */
type MaskedEvents = ReadonlyMap<number, RoomEvent>

/** A text of a row off which words are: which of the row's it is, its place (null where it stands under the row's own number), as it was written. */
export type OffText = Readonly<{ seq: number; part: number; at: string | null; written: string; off: readonly Span[] }>

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

/** Pieces shorter than this are not looked for in other versions of a text. */
const LEAST_PIECE = 2

export class Masking {
  readonly #texts = new Map<number, readonly MaskedText[]>()
  /** By entry: the strikes that a putting back takes back. */
  readonly #strikes = new Map<string, number[]>()

  /** Of posts that were revised (H17): the number by which all their words are named, by the row of the post and by the number it had while it was sealed. */
  readonly #revised = new Map<number | string, string>()

  constructor(
    private readonly rows: readonly Recorded[],
    private readonly seqOf: SeqOf,
  ) {
    for (const { event } of rows) {
      if (event.type !== 'StatementRevised') continue
      const row = this.#rowOf(seqOf(event.entry))
      if (row) this.#revised.set(row.seq, String(event.entry))
      if (row?.event.type === 'StatementPosted' && row.event.unseals !== null)
        this.#revised.set(row.event.unseals, String(event.entry))
    }
  }

  /** The name of a place under which all words of it stand. */
  #nameOf = (place: string): string => this.#revised.get(place) ?? place

  apply({ seq, event }: Recorded): void {
    if (event.type === 'WordsStruck') this.#strike(event, seq)
    else if (event.type === 'StatementWithdrawn') this.#withdraw(event.entry, seq)
    else if (event.type === 'WordsPutBack') this.#putBack(event.entry)
  }

  events(): MaskedEvents {
    const events = new Map<number, RoomEvent>()
    for (const { seq, event } of this.rows) {
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
      if (differs) events.set(seq, withoutOrigin(shown))
    }
    return events
  }

  takenOff(entry: string): readonly string[] {
    return this.#partsOf(entry).flatMap((text) => text.taken)
  }

  /** What is off an entry, and off all that holds its words or copies of them, row by row. */
  offIn(entry: string): readonly OffText[] {
    const lineage = new Set(this.lineageOf(entry))
    return [...this.#texts].flatMap(([seq, texts]) =>
      texts.flatMap((text, part) => {
        const { of, written, off } = text
        return lineage.has(text) && off.length > 0 ? [{ seq, part, at: of.at ?? null, written, off }] : []
      }),
    )
  }

  /** All texts that hold an entry's words or copies of them. */
  lineageOf(entry: string): readonly MaskedText[] {
    const parts = this.#partsOf(entry)
    return [...new Set([...parts, ...this.#copies(entry, parts, Number.POSITIVE_INFINITY)])]
  }

  /** The strikes that count in one of these texts, by `seq`. */
  strikesIn(texts: ReadonlySet<MaskedText>): ReadonlySet<number> {
    const strikes = this.rows.flatMap(({ seq, event }) =>
      event.type === 'WordsStruck' && this.#struckParts(event, seq).some((text) => texts.has(text)) ? [seq] : [],
    )
    return new Set(strikes)
  }

  /** The texts that stand under an entry's number or at a place. */
  #partsOf(entry: string): readonly MaskedText[] {
    const placed = this.rows.findLast((row) => this.#isAt(row, entry))
    if (placed) return this.textsIn(placed).filter(({ of }) => of.at === this.#nameOf(entry))
    const row = this.#rowOf(this.seqOf(Number(entry)))
    return row ? this.textsIn(row) : []
  }

  /** The texts in which a strike counts. */
  #struckParts(event: EventOf<'WordsStruck'>, before: number): readonly MaskedText[] {
    const row = this.#standing(event, before)
    return row ? this.textsIn(row).filter(({ of }) => event.seq !== null || of.at === this.#nameOf(event.entry)) : []
  }

  #rowOf(seq: number | null): Recorded | undefined {
    return seq === null ? undefined : this.rows.find((row) => row.seq === seq)
  }

  textsIn(row: Recorded): readonly MaskedText[] {
    const known = this.#texts.get(row.seq)
    if (known) return known
    const texts = wordsIn(row.event).map(({ text, of }) => {
      const at = of.at === undefined ? this.#revised.get(row.seq) : this.#nameOf(of.at)
      return new MaskedText({ text, of: at === undefined ? of : { ...of, at } })
    })
    this.#texts.set(row.seq, texts)
    return texts
  }

  #isAt = (row: Recorded, place: string): boolean => this.textsIn(row).some(({ of }) => of.at === this.#nameOf(place))

  #before = (seq: number): readonly Recorded[] => this.rows.filter((row) => row.seq < seq)

  /** The row whose words a strike counts in: the entry's own, or the newest at its place. */
  #standing({ entry, seq }: Pick<EventOf<'WordsStruck'>, 'entry' | 'seq'>, before: number): Recorded | undefined {
    if (seq !== null) return this.#rowOf(seq)
    return this.#before(before).findLast((row) => this.#isAt(row, entry))
  }

  #strike(event: EventOf<'WordsStruck'>, seq: number): void {
    const { entry, words } = event
    this.#strikes.set(entry, [...(this.#strikes.get(entry) ?? []), seq])
    const parts = this.#struckParts(event, seq)
    const copies = this.#copies(entry, parts, seq)
    const pieces = piecesOf(parts, words)
    for (const { part, spans } of partsOf(parts, words)) {
      const was = part.shown
      for (const copy of copies) if (copy !== part && copy.shown === was) copy.take(spans, seq)
      part.take(spans, seq)
    }
    const places = placesOf(parts)
    // What took words over from an entry may have cut or changed them, so that no search finds them: all of it goes (Q24).
    const tookOver = copies.filter(({ of }) => isPublicNumber(entry) && of.beside?.includes(entry))
    const whole = new Set([...places, ...placesOf(tookOver)])
    for (const copy of copies)
      if (words === 'all' && (whole.has(copy.of.at ?? '') || tookOver.includes(copy))) copy.takeAll(seq)
      else for (const piece of pieces) copy.takeWords(piece, seq)
  }

  /**
   * The texts that hold an entry's words or other versions of them, or took words over from it, as a version of a clause does wherever it
   * stands; these themselves among them, where they have a place, so that all lose the same.
   */
  #copies(entry: string, parts: readonly MaskedText[], seq: number): readonly MaskedText[] {
    const texts = this.#before(seq).flatMap((row) => this.textsIn(row))
    const places = new Set([this.#nameOf(entry), ...placesOf(parts)])
    const isCopy = ({ of }: MaskedText) => [of.at ?? '', ...(of.beside ?? [])].some((place) => places.has(place))
    const versions = new Set([...placesOf(texts.filter(isCopy))].filter(isVersionPlace))
    return texts.filter((text) => isCopy(text) || versions.has(text.of.at ?? ''))
  }

  /** T3: whoever withdraws an entry takes its words off, and those of a turn with all that it was given. */
  #withdraw(entry: number, seq: number): void {
    const row = this.#rowOf(this.seqOf(entry))
    if (!row) return
    const own = isTurn(row.event) ? [] : this.textsIn(row)
    const places = isTurn(row.event) ? new Set([String(entry)]) : placesOf(own)
    for (const text of own) text.takeAll(seq)
    for (const earlier of this.#before(seq))
      for (const text of this.textsIn(earlier))
        if (!own.includes(text) && places.has(text.of.at ?? '')) text.takeAll(seq)
  }

  #putBack(entry: string): void {
    const strikes = this.#strikes.get(entry) ?? []
    this.#strikes.delete(entry)
    for (const texts of this.#texts.values()) for (const text of texts) text.putBack(strikes)
  }
}

const placesOf = (texts: readonly MaskedText[]): ReadonlySet<string> => new Set(texts.flatMap(({ of }) => of.at ?? []))

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
