// Puts a scenario together from the parsed files of its folder, and names the file of every fault. It reads no file itself.
import { z } from 'zod'
import { checkScenario } from '../check'
import { type Scenario, scenario } from '../scenario'
import { outline } from './outline'
import { scenarioFrom } from './outline-scenario'

/** The parsed content of each file in the folder, by its name without `.json`. */
export type ScenarioFiles = Readonly<Record<string, unknown>>
type ScenarioReading = { ok: true; scenario: Scenario } | { ok: false; faults: readonly string[] }

/**
 * Files that hold one part of the scenario each: file name to part. A long one may be split by topic: `facts-trade.json` and
 * `facts-arms.json` together are `facts`, in the order of their names.
 */
const PARTS = {
  agendas: 'agendas',
  communique: 'communique',
  delegations: 'delegations',
  facts: 'publicFacts',
  glossary: 'glossary',
  injects: 'injects',
  map: 'map',
  paragraphs: 'paragraphs',
  questions: 'checkQuestions',
  readings: 'readings',
  rubric: 'rubric',
  'run-sheet': 'runSheet',
  samples: 'samples',
  seats: 'seats',
  stakes: 'stakes',
  tensions: 'tensions',
  timeline: 'timeline',
} as const
/** Files that hold several parts: for each file, name in the file to part, where the two differ. */
const SEVERAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  frame: {},
  reflection: { prompts: 'reflectionPrompts' },
}
/**
 * What is written for understudies on a tension is in files named after it: `lines-framing`, `lines-framing-exchange`, and what people
 * are expected to say in `claims-framing`.
 */
const BY_TENSION = { lines: 'lines-', claims: 'claims-' } as const
/** Parts that a scenario may leave out, by the file that each is in. */
const OPTIONAL = {
  hearing: 'hearing',
  knowledge: 'knowledge',
  'knowledge-b': 'knowledgeB',
  models: 'models',
  sheets: 'sheets',
} as const

/** A scenario may also be one file, `scenario.json`; or the least that an author writes, `outline.json`. */
const WHOLE = 'scenario'
const OUTLINE = 'outline'

type Assembled = { parts: unknown; fileOf: (path: readonly PropertyKey[]) => string; faults: string[] }

/** Reads and checks a whole scenario; every fault is one sentence. `key` is what a scenario is called whose author wrote no key: its folder. */
export function readScenarioFiles(files: ScenarioFiles, key?: string): ScenarioReading {
  if (files[OUTLINE] !== undefined) return readOutline(files, key)
  const { parts, fileOf, faults } = files[WHOLE] === undefined ? assemble(files) : asOneFile(files, WHOLE)
  const read = scenario.safeParse(parts)
  const unread = read.success ? [] : read.error.issues.map((issue) => sentenceOf(issue, fileOf(issue.path)))
  if (!read.success || faults.length > 0) return { ok: false, faults: [...faults, ...unread] }
  const wrong = checkScenario(read.data)
  return wrong.length > 0 ? { ok: false, faults: wrong } : { ok: true, scenario: read.data }
}

function readOutline(files: ScenarioFiles, key: string | undefined): ScenarioReading {
  const { parts, faults } = asOneFile(files, OUTLINE)
  const read = outline.safeParse(parts)
  const unread = read.success ? [] : read.error.issues.map((issue) => sentenceOf(issue, OUTLINE))
  if (!read.success || faults.length > 0) return { ok: false, faults: [...faults, ...unread] }
  const made = scenarioFrom(read.data, key)
  const wrong = checkScenario(made)
  return wrong.length > 0 ? { ok: false, faults: wrong } : { ok: true, scenario: made }
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
  const split = new Map<string, readonly ListFile[]>()
  for (const [file, part] of Object.entries(PARTS)) {
    const pieces = piecesOf(files, file)
    if (pieces.length === 0) faults.push(`${file}.json is missing.`)
    else put(part, joined(pieces.map((name) => files[name])), file)
    split.set(part, listsOf(files, pieces))
  }
  for (const [file, names] of Object.entries(SEVERAL)) {
    const content = several.safeParse(files[file])
    if (!content.success) faults.push(`${file}.json is missing, or holds no object.`)
    else for (const [name, part] of Object.entries(content.data)) put(names[name] ?? name, part, file)
  }
  for (const [file, part] of Object.entries(OPTIONAL)) if (files[file] !== undefined) put(part, files[file], file)
  const byTension = Object.entries(BY_TENSION).flatMap(([part, prefix]) => {
    const lists = onTensions(files, prefix, parts.tensions)
    if (lists.length > 0 || part === 'lines') parts[part] = lists.flatMap(({ content }) => content)
    split.set(part, lists)
    return lists
  })
  const known = new Set([
    ...Object.keys(PARTS).flatMap((file) => piecesOf(files, file)),
    ...Object.keys(SEVERAL),
    ...Object.keys(OPTIONAL),
    ...byTension.map(({ file }) => file),
  ])
  for (const file of Object.keys(files)) {
    if (known.has(file)) continue
    const prefix = Object.values(BY_TENSION).find((each) => file.startsWith(each))
    faults.push(
      prefix
        ? `${file}.json: there is no tension ${file.slice(prefix.length)}, or it holds no list.`
        : `${file}.json: no part of a scenario has this name.`,
    )
  }
  return {
    parts,
    faults,
    fileOf: ([part, index]) =>
      (typeof index === 'number' ? fileOfItem(split.get(String(part)) ?? [], index) : undefined) ??
      homes.get(String(part)) ??
      (part === 'lines' || part === 'claims' ? part : 'frame'),
  }
}

/** The files of a part that may be split by topic, in the order in which they are joined. */
const piecesOf = (files: ScenarioFiles, file: string): readonly string[] =>
  Object.keys(files)
    .filter((name) => name === file || name.startsWith(`${file}-`))
    .sort()

/** One part from its pieces: lists are joined, objects merged; a single piece stays as it is. */
function joined(pieces: readonly unknown[]): unknown {
  if (pieces.length === 1) return pieces[0]
  const lists = z.array(z.array(z.unknown())).safeParse(pieces)
  if (lists.success) return lists.data.flat()
  const objects = z.array(several).safeParse(pieces)
  return objects.success ? Object.assign({}, ...objects.data) : pieces
}

function asOneFile(files: ScenarioFiles, one: typeof WHOLE | typeof OUTLINE): Assembled {
  const beside = Object.keys(files).filter((file) => file !== one)
  return {
    parts: files[one],
    fileOf: () => one,
    faults: beside.map((file) => `${file}.json: ${one}.json is the whole scenario, and nothing stands beside it.`),
  }
}

type ListFile = { file: string; content: readonly unknown[] }

const listsOf = (files: ScenarioFiles, names: readonly string[]): readonly ListFile[] =>
  names.flatMap((file): ListFile[] => {
    const content = files[file]
    return Array.isArray(content) ? [{ file, content }] : []
  })

/** The files that begin so, in the order of the scenario's tensions. */
const onTensions = (files: ScenarioFiles, prefix: string, tensions: unknown): readonly ListFile[] =>
  listsOf(
    files,
    (keyed.safeParse(tensions).data ?? []).flatMap(({ key }) => piecesOf(files, `${prefix}${key}`)),
  )

/** The file in which the item with this place in the whole list stands. */
function fileOfItem(lists: readonly ListFile[], index: number): string | undefined {
  let left = index
  for (const { file, content } of lists) {
    if (left < content.length) return file
    left -= content.length
  }
  return undefined
}

/** `tensions.json, at 2.title: expected string, received number.` */
function sentenceOf({ path, message }: { path: readonly PropertyKey[]; message: string }, file: string): string {
  const words = message.replace(/^Invalid input: /, '').replace(/\.$/, '')
  return `${file}.json, at ${path.map(String).join('.')}: ${words}.`
}
