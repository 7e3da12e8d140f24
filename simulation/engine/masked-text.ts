// One text of a row of the log, of which words are taken off and put back. What is taken, and by which rows, masking.ts knows.
import { GAP, isGap, isRedactedGap, unitsOf } from '../kernel/gaps'
import { LIMITS } from '../kernel/limits'
import type { PlacedText } from '../shapes/places'

/** The bounds of kernel/ids.ts. */
const LONGEST_TEXT = 4000

/** One unit of a text (gaps.ts), and the rows by which it was taken off. */
type Unit = { readonly text: string; by: readonly number[] }

/** A part of a text, counted in its units. */
export type Span = Readonly<{ from: number; to: number }>

/** One text of a row, from which words are taken. It is cut into units only once some are. */
export class MaskedText {
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
  #runs(): readonly ({ shown: string } & Span)[] {
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
  take(spans: readonly Span[], by: number): void {
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

  get isStruck(): boolean {
    return this.#units?.some(({ by }) => by.length > 0) ?? false
  }

  /** The text with what `gap` makes of each stretch that is off; all of it in one where that would be longer than its schema takes. */
  redacted(gap: (words: string) => string): string {
    const all = this.#cut.map(({ text }) => text)
    const text = this.#runs()
      .map(({ shown, from, to }) => (shown === GAP ? gap(all.slice(from, to).join('')) : shown))
      .join('')
    return text.length > (this.of.least === undefined ? LONGEST_TEXT : LIMITS.source) ? gap(all.join('')) : text
  }

  /** The stretches that are off, counted in the units of the text as it was written. */
  get off(): readonly Span[] {
    const units = this.#units
    if (units === null) return []
    const hasWords = ({ from, to }: Span) => units.slice(from, to).some(({ text }) => !isGap(text))
    return this.#runs().flatMap(({ shown, from, to }) =>
      shown === GAP && hasWords({ from, to }) ? [{ from, to }] : [],
    )
  }

  /** The same, as they were written. */
  get taken(): readonly string[] {
    return this.off.map(({ from, to }) =>
      this.#cut
        .slice(from, to)
        .map(({ text }) => text)
        .join(''),
    )
  }

  /** The text as it was written. */
  get written(): string {
    return this.#text
  }
}
