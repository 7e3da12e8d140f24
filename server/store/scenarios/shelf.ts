/**
 * Loads all scenarios, once: every folder `<key>/<language>` in simulation/scenarios and in the folder that SCENARIOS names, read and
 * checked at first use. To add a scenario, add its folder. A fault is reported as a sentence that says which file to mend.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { environment } from '#server/base/environment'
import { StartFault } from '#server/base/faults/start-fault'
import { readScenarioFiles, type ScenarioFiles } from '#simulation/scenario/authoring/folder'
import type { Scenario } from '#simulation/scenario/scenario'
import { ScenarioShelf } from '#simulation/scenario/shelf'

const BUILT_IN = 'simulation/scenarios'
/** The demo's scenario; the demo's people and marks are written for it. */
const DEMO_SCENARIO = 'china-gap'
const MOST_FAULTS = 5

let loaded: ScenarioShelf | undefined

/** The scenarios of this server. Throws a StartFault when one of them is not valid. */
export function scenarioShelf(): ScenarioShelf {
  const { scenarios } = environment()
  loaded ??= loadShelf([BUILT_IN, ...(scenarios === null ? [] : [scenarios])])
  return loaded
}

export function demoScenario(): Scenario {
  const found = scenarioShelf().find(DEMO_SCENARIO)
  if (!found)
    throw new StartFault(`The demo plays the scenario ${DEMO_SCENARIO}, which is not in ${BUILT_IN}: put it back.`)
  return found
}

/** The folder of the demo's scenario; its subfolder `demo` holds what the demo's class says. */
export const demoScenarioFolder = (): string => path.join(BUILT_IN, DEMO_SCENARIO, demoScenario().language)

/** Reads every scenario in these folders; no two may have the same key and language, since only one of them could be found. */
export function loadShelf(roots: readonly string[]): ScenarioShelf {
  const loaded = new Map<string, { folder: string; scenario: Scenario }>()
  for (const root of roots)
    for (const key of foldersIn(root))
      for (const language of foldersIn(path.join(root, key))) {
        const folder = path.join(root, key, language)
        const scenario = loadScenario(folder)
        const name = `${scenario.key} in ${scenario.language}`
        const other = loaded.get(name)
        if (other)
          throw new StartFault(
            `${folder} and ${other.folder} both hold the scenario ${name}: give one another key, or remove it.`,
          )
        loaded.set(name, { folder, scenario })
      }
  return new ScenarioShelf([...loaded.values()].map(({ scenario }) => scenario))
}

function loadScenario(folder: string): Scenario {
  const read = readScenarioFiles(filesIn(folder), path.basename(path.dirname(folder)))
  if (!read.ok) throw cannotPlay(folder, read.faults)
  const { key, language } = read.scenario
  if (path.join(key, language) === path.join(path.basename(path.dirname(folder)), path.basename(folder)))
    return read.scenario
  throw cannotPlay(folder, [`it calls itself ${key} in ${language}; the folder must be ${key}/${language}.`])
}

/** The folders in a folder, links to folders too; a name that begins with a dot, like `.git`, is not a scenario's. */
function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.') && statSync(path.join(folder, name)).isDirectory())
      .sort()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartFault(
      `Scenarios cannot be read from ${folder}: ${reason}. Mend it, or let SCENARIOS name a folder that can be read.`,
    )
  }
}

function filesIn(folder: string): ScenarioFiles {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(names.map((name) => [path.basename(name, '.json'), contentOf(folder, name)]))
}

function contentOf(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
  } catch (error) {
    throw cannotPlay(folder, [`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`])
  }
}

function cannotPlay(folder: string, faults: readonly string[]): StartFault {
  const more = faults.length > MOST_FAULTS ? [`and ${faults.length - MOST_FAULTS} more`] : []
  const listed = [...faults.slice(0, MOST_FAULTS), ...more].map((fault) => `\n  ${fault}`).join('')
  return new StartFault(`The scenario in ${folder} cannot be played. Mend its files and start again:${listed}`)
}
