// A folder holds at most thirty files, so that a newcomer sees at a glance what is in it; a component and its style sheet count as one.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const MOST = 30

/** Lists of like things, which are looked up by name: one file a topic, one a part of the scenario, one an area of words. */
const LISTS = new Set(['simulation/shapes', 'simulation/scenarios/china-gap/en', 'app/_messages/en'])

/** The names in a folder, without what follows the first dot, by folder. */
function namesByFolder(top: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const entry of readdirSync(path.join(ROOT, top), { recursive: true, withFileTypes: true })) {
    const folder = path.relative(ROOT, entry.parentPath).replaceAll(path.sep, '/')
    if (!entry.isFile() || folder.startsWith('server/generated') || folder.startsWith('tests/results')) continue
    const names = found.get(folder) ?? new Set()
    found.set(folder, names.add(entry.name.replace(/(\.module)?\.\w+$/, '')))
  }
  return found
}

test.each(['app', 'server', 'simulation', 'prisma', 'tests'])(
  'no folder in %s holds more than a glance can take',
  (top) => {
    const folders = [...namesByFolder(top)].filter(([folder]) => !LISTS.has(folder))
    expect(folders.length).toBeGreaterThan(0)
    expect(folders.filter(([, { size }]) => size > MOST).map(([folder, { size }]) => `${folder}: ${size}`)).toEqual([])
  },
)

test('each list is one: it would be over the number', () => {
  const sizes = namesByFolder('simulation')
  for (const [folder, names] of namesByFolder('app')) if (LISTS.has(folder)) expect(names.size).toBeGreaterThan(MOST)
  for (const [folder, names] of sizes) if (LISTS.has(folder)) expect(names.size, folder).toBeGreaterThan(MOST)
})
