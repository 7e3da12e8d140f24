// How texts name a fact from outside the sources. A browser loads this file, and not the schemas of scenarios.

/** How a brief's text or list of anchors names a fact, so that nobody takes it for a paragraph. */
const FACT_MARK = 'fact:'
export const factMark = (fact: string): string => `${FACT_MARK}${fact}`
/** What a fact is called on a page: its key as the words it is made of, which no line breaks. */
export const factName = (fact: string): string => fact.replaceAll('-', '\u00a0')

/** The facts that a text, a list of anchors, or anything made of these names by mark. */
export function factsNamed(part: unknown): ReadonlySet<string> {
  if (typeof part === 'string')
    return new Set([...part.matchAll(/\bfact:([a-z0-9-]+)/g)].flatMap(([, key]) => key ?? []))
  const inside = typeof part === 'object' && part !== null ? Object.values(part) : []
  return new Set(inside.flatMap((each) => [...factsNamed(each)]))
}

export const factOfMark = (mark: string): string | null =>
  mark.startsWith(FACT_MARK) ? mark.slice(FACT_MARK.length) : null
