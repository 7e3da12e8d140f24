// Facts that a scenario's texts take from outside its sources, each with the publication in which it can be checked. This file may be
// loaded by a browser.
import { z } from 'zod'
import { type Anchor, isParagraph } from '../kernel/ids'
import { key, label, prose, webAddress } from './terms'

/** A published work, as a reader looks for it. */
export const publication = z.strictObject({
  publication: label,
  date: label,
  url: webAddress.optional(),
})

export type Publication = z.infer<typeof publication>

/** Whether the scenario's author has seen it in that publication, or in a page that quotes it, or writes from memory. */
export const looked = z.enum(['looked-up', 'not-looked-up'])

export const publicFact = z.strictObject({
  key,
  text: prose,
  /** Null in copies stored before facts had sources; a scenario that is loaded must name one (`fact-check.ts`). */
  source: publication.nullable(),
  looked,
})
export type PublicFact = z.infer<typeof publicFact>

/** The publication that a page may name: of a fact that nobody has looked up none, since it might not say so. */
export const shownSource = ({ source, looked }: PublicFact): Publication | null =>
  looked === 'looked-up' ? source : null

/** A fact as a position or a statement cites it: its publication, or where none is named its own first words. */
export function sourceLine(fact: PublicFact): string {
  const source = shownSource(fact)
  const line = source === null ? fact.text : `${source.publication}, ${source.date}`
  return line.length <= LONGEST_SOURCE ? line : `${line.slice(0, LONGEST_SOURCE - 1).trimEnd()}…`
}
/** As long as a cited source may be (`anchor` in kernel/ids.ts). */
const LONGEST_SOURCE = 300

/**
 * What a line cites: paragraphs of the sources, and for what is in none of them the publication in which the fact can be read. A fact is
 * never filed under a paragraph beside it: the record would credit the paragraph's author with it.
 */
export const citationsOf = (
  { publicFacts }: { publicFacts: readonly PublicFact[] },
  { anchors, facts = [] }: { anchors: readonly string[]; facts?: readonly string[] | undefined },
): Anchor[] => [
  ...anchors.filter(isParagraph),
  ...publicFacts.filter(({ key }) => facts.includes(key)).map((fact) => ({ source: sourceLine(fact) })),
]
