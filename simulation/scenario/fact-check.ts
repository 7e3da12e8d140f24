// Checks that what a scenario takes from outside its sources names a public fact, and that each fact names where it can be read. Nothing
// of it is asked of copies stored before facts had keys.
import { factOfMark } from './facts'
import type { Scenario } from './scenario'

export function factFaults(scenario: Scenario): readonly string[] {
  const known = new Set(scenario.publicFacts.map(({ key }) => key))
  const faults: string[] = scenario.publicFacts.flatMap(({ key, source }) =>
    source === null ? [`Fact ${key}: it names no publication in which it can be read.`] : [],
  )
  const name = (fact: string, where: string) => {
    if (!known.has(fact)) faults.push(`${where}: ${fact} is no public fact.`)
  }
  const visit = (part: unknown, where: string): void => {
    if (typeof part === 'string') {
      for (const [, list = ''] of part.matchAll(/\[([^[\]]*)\]/g))
        for (const mark of list.split(', ')) {
          const fact = factOfMark(mark)
          if (fact !== null) name(fact, where)
          if (isBeyond(mark)) faults.push(`${where}: it goes ${mark}; name the fact by its key instead.`)
        }
    } else if (Array.isArray(part)) {
      for (const [index, item] of part.entries()) visit(item, `${where} › ${nameOf(item) ?? index + 1}`)
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, value] of Object.entries(part)) {
        const at = where === '' ? key : `${where} › ${key}`
        if (key === 'facts' && Array.isArray(value)) for (const fact of value) name(String(fact), where)
        else if (key === 'anchors' && Array.isArray(value) && value.some(isBeyond))
          faults.push(`${where}: it goes beyond its sources and names no fact.`)
        else visit(value, at)
      }
    }
  }
  visit(scenario, '')
  for (const line of scenario.lines)
    if (line.anchors.length === 0 && (line.facts ?? []).length === 0)
      faults.push(`Line ${line.id}: it cites neither a paragraph nor a fact.`)
  for (const { key, answers } of scenario.claims ?? [])
    for (const { seat, anchors, facts = [] } of answers)
      if (anchors.length === 0 && facts.length === 0)
        faults.push(`Claim ${key}, answer of ${seat}: it cites neither a paragraph nor a fact.`)
  return faults
}

const isBeyond = (mark: unknown): boolean => typeof mark === 'string' && mark.startsWith('beyond the ')

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  if ('id' in item && typeof item.id === 'string') return item.id
  return 'key' in item && typeof item.key === 'string' ? item.key : undefined
}
