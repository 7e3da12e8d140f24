// Puts a scenario together from the parsed files of its folder, and names the file of every fault. It reads no file itself.
import { z } from 'zod'
import { checkScenario } from './check'
import { type Scenario, scenario } from './scenario'

/** The parsed content of each file in the folder, by its name without `.json`. */
export type ScenarioFiles = Readonly<Record<string, unknown>>
type ScenarioReading = { ok: true; scenario: Scenario } | { ok: false; faults: readonly string[] }

/** Files that hold one part of the scenario each: file name to part. */
const PARTS = {
  communique: 'communique',
  delegations: 'delegations',
  facts: 'publicFacts',
  glossary: 'glossary',
  injects: 'injects',
  paragraphs: 'paragraphs',
  ratification: 'ratification',
  rubric: 'rubric',
  tensions: 'tensions',
} as const
/** Files that hold several parts: for each file, name in the file to part, where the two differ. */
const SEVERAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  agendas: {},
  frame: {},
  reflection: { prompts: 'reflectionPrompts' },
  seats: { order: 'seatOrder' },
}
/** The understudies' lines on a tension are in a file named after it: `lines-framing`. */
const LINES = 'lines-'

/** A scenario may also be one file, `scenario.json`. */
const WHOLE = 'scenario'

type Assembled = { parts: unknown; fileOf: (path: readonly PropertyKey[]) => string; faults: string[] }

/** Reads and checks a whole scenario; every fault is one sentence. */
export function readScenarioFiles(files: ScenarioFiles): ScenarioReading {
  const { parts, fileOf, faults } = files[WHOLE] === undefined ? assemble(files) : asOneFile(files)
  const read = scenario.safeParse(parts)
  const unread = read.success ? [] : read.error.issues.map((issue) => sentenceOf(issue, fileOf(issue.path)))
  if (!read.success || faults.length > 0) return { ok: false, faults: [...faults, ...unread] }
  const wrong = checkScenario(read.data)
  return wrong.length > 0 ? { ok: false, faults: wrong } : { ok: true, scenario: read.data }
}

const several = z.record(z.string(), z.unknown())
const keyed = z.array(z.object({ key: z.string() }))

function assemble(files: ScenarioFiles): Assembled {
  const parts: Record<string, unknown> = {}
  const homes = new Map<string, string>()
  const faults: string[] = []
  const put = (part: string, content: unknown, file: string) => {
    parts[part] = content
    homes.set(part, file)
  }
  for (const [part, file] of Object.entries(PARTS).map(([file, part]) => [part, file] as const)) {
    if (files[file] === undefined) faults.push(`${file}.json is missing.`)
    else put(part, files[file], file)
  }
  for (const [file, names] of Object.entries(SEVERAL)) {
    const content = several.safeParse(files[file])
    if (!content.success) faults.push(`${file}.json is missing, or holds no object.`)
    else for (const [name, part] of Object.entries(content.data)) put(names[name] ?? name, part, file)
  }
  const lines = linesOf(files, parts.tensions)
  parts.lines = lines.flatMap(({ content }) => content)
  const known = new Set([...Object.keys(PARTS), ...Object.keys(SEVERAL), ...lines.map(({ file }) => file)])
  for (const file of Object.keys(files)) {
    if (known.has(file)) continue
    faults.push(
      file.startsWith(LINES)
        ? `${file}.json: there is no tension ${file.slice(LINES.length)}, or it holds no list.`
        : `${file}.json: no part of a scenario has this name.`,
    )
  }
  return {
    parts,
    faults,
    fileOf: ([part, index]) =>
      part === 'lines' && typeof index === 'number' ? fileOfLine(lines, index) : (homes.get(String(part)) ?? 'frame'),
  }
}

function asOneFile(files: ScenarioFiles): Assembled {
  const beside = Object.keys(files).filter((file) => file !== WHOLE)
  return {
    parts: files[WHOLE],
    fileOf: () => WHOLE,
    faults: beside.map((file) => `${file}.json: scenario.json is the whole scenario, and nothing stands beside it.`),
  }
}

type LinesFile = { file: string; content: readonly unknown[] }

/** The files of lines, in the order of the scenario's tensions. */
function linesOf(files: ScenarioFiles, tensions: unknown): LinesFile[] {
  const keys = keyed.safeParse(tensions).data ?? []
  return keys.flatMap(({ key }): LinesFile[] => {
    const content = files[`${LINES}${key}`]
    return Array.isArray(content) ? [{ file: `${LINES}${key}`, content }] : []
  })
}

function fileOfLine(lines: readonly LinesFile[], index: number): string {
  let left = index
  for (const { file, content } of lines) {
    if (left < content.length) return file
    left -= content.length
  }
  return 'lines'
}

/** `tensions.json, at 2.title: expected string, received number.` */
function sentenceOf({ path, message }: { path: readonly PropertyKey[]; message: string }, file: string): string {
  const words = message.replace(/^Invalid input: /, '').replace(/\.$/, '')
  return `${file}.json, at ${path.map(String).join('.')}: ${words}.`
}
