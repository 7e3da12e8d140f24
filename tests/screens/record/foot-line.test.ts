// Every page that a student reads away from their table has the line at its foot that says what is asked there, by itself or by its layout.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const pagesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => path.join(folder, file))

/** Those that hold the room's own link, and the instructor's. */
const AT_THE_TABLE = ['page.tsx', 'desk/page.tsx', 'stage/page.tsx', 'marks/page.tsx', 'replay/fork/page.tsx']

const hasLine = (file: string): boolean =>
  existsSync(file) && /<(OwnTable|BackToTable)\b/.test(readFileSync(file, 'utf8'))

/** The layouts around a page, from its own folder up to the app's. */
function layoutsOf(page: string): string[] {
  const folders = path.dirname(page).split(path.sep)
  return folders.map((_, depth) => path.join(...folders.slice(0, depth + 1), 'layout.tsx'))
}

test('every page of a student away from the table says at its foot what is asked there', () => {
  const room = 'app/rooms/[roomId]'
  const pages = [
    ...pagesIn('app/my'),
    ...pagesIn(room).filter((page) => !AT_THE_TABLE.includes(path.relative(room, page))),
    'app/activities/[activityId]/scenario/page.tsx',
  ]
  expect(pages.length).toBeGreaterThan(6)
  expect(pages.filter((page) => ![page, ...layoutsOf(page)].some(hasLine))).toEqual([])
})
