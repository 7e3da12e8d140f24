// What stands in a research file beside its tables: what they hold and hold not, what each column means, and how to cite it.
import { RESEARCH, type SliceKey } from '../beside/slices'
import { columnsOf, RESEARCH_TABLE_NAMES, RESEARCH_TABLES, type ResearchTable } from './research-columns'

export type ResearchAbout = Readonly<{
  course: string
  /** Null for all activities of the course. */
  activity: string | null
  /** The day on which it was made, in the zone of the course. */
  day: string
  /** What each activity asked its people; those that asked nothing are not in it. */
  asked: readonly Readonly<{ activity: string; question: string; approval: string }>[]
  /** Whether whoever makes it chose that released marks stand in it (D32). */
  marks: boolean
  /** What this server has switched off: nothing of it stands there. */
  off: readonly SliceKey[]
}>
/** The tables that stand in it. */
export const tablesIn = ({ marks, off }: Pick<ResearchAbout, 'marks' | 'off'>): readonly ResearchTable[] =>
  RESEARCH_TABLE_NAMES.filter(
    (name) => (marks || name !== 'marks') && !RESEARCH.some(({ key, tables }) => off.includes(key) && name in tables),
  )

export type Fingerprints = Readonly<Record<ResearchTable, { bytes: number; sha256: string }>>

const fileOf = (name: ResearchTable): string => `${name}.csv`

/** A Frictionless Data Package (specs.frictionlessdata.io, version 1). */
export function datapackage(about: ResearchAbout, files: Fingerprints): string {
  const resources = tablesIn(about).map((name) => ({
    ...{ name, path: fileOf(name), profile: 'tabular-data-resource', description: RESEARCH_TABLES[name].about },
    ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
    ...{ bytes: files[name].bytes, hash: `sha256:${files[name].sha256}` },
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      missingValues: [''],
      fields: columnsOf(name).map(({ about: description, ...column }) => ({ ...column, description })),
    },
  }))
  const title = [about.course, about.activity].filter(Boolean).join(': ')
  return `${JSON.stringify({ profile: 'tabular-data-package', name: 'research', title, created: about.day, resources }, null, 2)}\n`
}

export const codebook = (about: Pick<ResearchAbout, 'marks' | 'off'>): string =>
  `${[
    '# Codebook',
    'An empty cell is a missing value. A rule is one of `simulation/RULES.md` in the source of the program, which says how the number comes about.',
    ...tablesIn(about).flatMap((name) => [
      `## ${fileOf(name)}`,
      RESEARCH_TABLES[name].about,
      [
        '| column | type | unit | rule | meaning |',
        '| --- | --- | --- | --- | --- |',
        ...columnsOf(name).map(
          ({ name: field, type, unit = '', rule = '', about: meaning }) =>
            `| ${field} | ${type} | ${unit} | ${rule} | ${meaning} |`,
        ),
      ].join('\n'),
    ]),
  ].join('\n\n')}\n`

/** `whole` is the fingerprint of all fingerprints: what a citation names. */
export function readme(about: ResearchAbout, files: Fingerprints, whole: string): string {
  const title = [about.course, about.activity].filter(Boolean).join(': ')
  const asked = about.asked.map(({ activity, question, approval }) =>
    [`${activity}: “${question}”`, approval === '' ? '' : `Approval: ${approval}`].filter(Boolean).join(' '),
  )
  const held = RESEARCH.filter(({ key }) => !about.off.includes(key)).map(({ holds }) => holds)
  return `${[
    `# ${title}`,
    `Research file, made on ${about.day} by Track Two.`,
    '## What it holds',
    `What the class may read of each table: people as pseudonyms, what was said when and in answer to what, turns on the floor, positions and guesses, the joint text, ballots and news${held.map((one) => `, and ${one}`).join('')}.${about.marks ? ' The released marks of its students were chosen to stand in it too.' : ''} Private talk is in it only where the record was unsealed. \`codebook.md\` says what each column means, \`datapackage.json\` says it for programs.`,
    '## What it does not hold',
    `Names, addresses, student numbers, notes of the instructor, ${RESEARCH.map(({ holdsNot }) => `${holdsNot}, `).join('')}calls for help, reflections, drafts, ${about.marks ? 'comments on marks, marks that were not released' : 'marks'}, and words that were taken off. Records that were brought from elsewhere are not in it: nobody there could be asked. Nor are rooms that play on from a moment of another: their past is told there.`,
    '## Whose words',
    asked.length === 0
      ? 'No activity asked its people for their words: all words of people are withheld. Numbers are given of everybody.'
      : 'Words stand here of those who said yes. No answer is no. Numbers are given of everybody.',
    ...asked,
    'Words that hold a name of the class list are withheld too. Other words may still tell who wrote them: read them before you hand the file on.',
    '## Reading it',
    'UTF-8, commas, lines that end with LF, quoted as RFC 4180 says. `pandas.read_csv("entries.csv")` and `read.csv("entries.csv")` need no options. The words stand as they were typed: a spreadsheet may run what begins with `=`. The same tables stand in `excel/` for spreadsheets: there an apostrophe stands before such words, the files begin with a byte order mark, and lines end with CRLF. The fingerprints below are not of those. Tables are joined by `uid` and by `room` with `pid`. In `figures/` small programs in R and Python draw two charts from them.',
    '## Citation',
    `${title}. Research file of a Track Two debate, ${about.day}. Fingerprint ${whole.slice(0, 16)}.`,
    '## Fingerprints (SHA-256)',
    tablesIn(about)
      .map((name) => `${files[name].sha256}  ${fileOf(name)}`)
      .join('\n'),
  ].join('\n\n')}\n`
}
