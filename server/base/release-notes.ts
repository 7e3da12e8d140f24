/** Which version this is and what it brought: `version` of package.json, and the newest section of CHANGELOG.md beside it. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { asJson } from '#simulation/kernel/as-json'

export type Release = {
  /** As in 0.4.0; null where no package.json can be read. */
  version: string | null
  /** The title of the newest section that says something, as in `0.4.0 (2026-12-03)`, and its points; null where there is none. */
  news: { title: string; points: string[] } | null
}

const Package = z.object({ version: z.string() })

/** `version` of the text of a package.json; null where it has none. */
export const versionIn = (described: string): string | null =>
  Package.safeParse(asJson(described)).data?.version ?? null

/** The sections of the second level of the text of a CHANGELOG.md, the newest first, each from its title on. */
export const sectionsIn = (changes: string): string[] => changes.split(/^## /m).slice(1)

/** The folder is that of the program, in which it is started. */
export async function readRelease(folder: string = process.cwd()): Promise<Release> {
  const read = (name: string) => readFile(path.join(/*turbopackIgnore: true*/ folder, name), 'utf8').catch(() => null)
  const [described, changes] = await Promise.all([read('package.json'), read('CHANGELOG.md')])
  return {
    version: versionIn(described ?? ''),
    news: changes === null ? null : newestSection(changes),
  }
}

/** The first section of the second level that has points: each item of its lists and each paragraph, as plain text. */
function newestSection(changes: string): Release['news'] {
  for (const section of sectionsIn(changes)) {
    const [title = '', ...lines] = section.split('\n')
    const points = pointsIn(lines)
    if (points.length > 0) return { title: plain(title), points }
  }
  return null
}

function pointsIn(lines: readonly string[]): string[] {
  const points: string[] = []
  let goesOn = false
  for (const line of lines) {
    const words = plain(line.replace(/^\s*[-*] +/, ''))
    // Headings of the third level, and where links lead.
    if (words === '' || /^(#|\[[^\]]+\]: )/.test(line)) goesOn = false
    else if (goesOn && !/^\s*[-*] /.test(line)) points.push(`${points.pop() ?? ''} ${words}`)
    else {
      points.push(words)
      goesOn = true
    }
  }
  return points
}

/** Without the marks of Markdown. */
const plain = (words: string): string =>
  words
    .replace(/\[([^[\]]*)\](?:\([^)]*\))?/g, '$1')
    .replaceAll(/\*\*|`/g, '')
    .trim()
