/** Scenarios besides the built-in one: the same structure with other texts, in a folder whose files a test may damage. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { BRACKET_MARK, type Scenario, scenario as schema } from '#simulation/scenario/scenario'
import { messages } from '../../../app/_messages/en'

/** The scenario with every text replaced, so that a page that shows one of the built-in texts is noticed. */
export function reworded(scenario: Scenario, word: string, more: Partial<Scenario> = {}): Scenario {
  /** The same text is the same again: what names a term of the glossary still does. */
  const others = new Map<string, string>()
  const isWords = (text: string) => text.includes(' ') && !text.startsWith('beyond the ')
  const other = (text: string): string => {
    const known =
      others.get(text) ?? `${word} ${others.size + 1}${text.includes(BRACKET_MARK) ? ` ${BRACKET_MARK}` : ''}`
    others.set(text, known)
    return known
  }
  const through = (value: unknown): unknown => {
    if (typeof value === 'string') return isWords(value) ? other(value) : value
    if (Array.isArray(value)) return value.map(through)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, through(each)]))
  }
  return schema.parse({ ...(through(scenario) as Scenario), ...more })
}

const pages = JSON.stringify(messages)

/** Every text of a scenario that is long enough to be recognised on a page, and that no page says itself. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(' ').length > 3 && !pages.includes(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

/** Makes a folder of scenarios, one file each, and deletes it after the test, or after all tests of the file where asked. */
export function givenFolder(scenarios: readonly Scenario[], { kept = false } = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-scenarios-'))
  if (!kept) onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const scenario of scenarios) {
    const at = path.join(folder, scenario.key, scenario.language)
    mkdirSync(at, { recursive: true })
    writeFileSync(path.join(at, 'scenario.json'), JSON.stringify(scenario))
  }
  return folder
}
