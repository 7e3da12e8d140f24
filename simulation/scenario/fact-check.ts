// Checks that what a scenario takes from outside its sources names a public fact, and that each fact names where it can be read. Nothing
// of it is asked of copies stored before facts had keys.
import { factOfMark } from './fact-mark'
import type { Scenario } from './scenario'
import { textsIn } from './texts-in'

export function factFaults(scenario: Scenario): readonly string[] {
  const known = new Set(scenario.publicFacts.map(({ key }) => key))
  const faults: string[] = scenario.publicFacts.flatMap(({ key, source }) =>
    source === null ? [`Fact ${key}: it names no publication in which it can be read.`] : [],
  )
  const name = (fact: string, where: string) => {
    if (!known.has(fact)) faults.push(`${where}: ${fact} is no public fact.`)
  }
  for (const { text, where, key } of textsIn(scenario))
    if (key === 'facts') name(text, where)
    else if (key === 'anchors' && isBeyond(text)) faults.push(`${where}: it goes beyond its sources and names no fact.`)
    else
      for (const mark of marksIn(text)) {
        const fact = factOfMark(mark)
        if (fact !== null) name(fact, where)
        if (isBeyond(mark)) faults.push(`${where}: it goes ${mark}; name the fact by its key instead.`)
      }
  for (const line of scenario.lines)
    if (line.anchors.length === 0 && (line.facts ?? []).length === 0)
      faults.push(`Line ${line.id}: it cites neither a paragraph nor a fact.`)
  for (const { key, answers } of scenario.claims ?? [])
    for (const { seat, anchors, facts = [] } of answers)
      if (anchors.length === 0 && facts.length === 0)
        faults.push(`Claim ${key}, answer of ${seat}: it cites neither a paragraph nor a fact.`)
  return faults
}

const isBeyond = (mark: string): boolean => mark.startsWith('beyond the ')

/** What stands between square brackets, one mark after another. */
const marksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\[([^[\]]*)\]/g)].flatMap(([, list = '']) => list.split(', '))
