'use client'
// A citation: of a paragraph, with our summary and the source it belongs to; of a fact from outside the sources, with its publication; or
// of what a speaker named in their own words.
import type { Brief } from '#simulation/agenda/brief'
import type { RoomPlan } from '#simulation/agenda/plan'
import { factName, factOfMark } from '#simulation/scenario/fact-mark'
import { AnchorMark } from '#ui/charts/anchor-mark'
import { dashed } from './off-words'

export type CitedFact = NonNullable<Brief['facts']>[number]

/** What citations are explained from. */
export type Citable = {
  plan: Pick<RoomPlan, 'sources'>
  /** Our summaries of the sources' paragraphs, by id. */
  gists?: Readonly<Record<string, string>> | undefined
  facts?: readonly CitedFact[] | undefined
}

export function Cited({ anchor, from: { plan, gists, facts } }: { anchor: string; from: Citable }) {
  const key = factOfMark(anchor)
  if (key !== null) {
    const fact = facts?.find((each) => each.key === key)
    return (
      <AnchorMark anchor={factName(key)} fact={{ text: fact?.text ?? factName(key), source: fact?.source ?? null }} />
    )
  }
  const words = dashed(anchor)
  const source = plan.sources.find(({ letter }) => /^[A-Z]\d/.test(anchor) && anchor.startsWith(letter))
  return <AnchorMark anchor={words} gist={gists?.[anchor]} source={source} />
}
