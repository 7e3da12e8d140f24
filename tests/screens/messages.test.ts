// What the messages say to whom. That each which is asked for is there, the compiler says (app/_messages/types.d.ts).
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { messages } from '../../app/_messages/en'

/** What a page says to a student in its own voice, and not as a line of the record. */
const TO_STUDENTS = ['join', 'now', 'refusals', 'room'] as const

test('what a page says to a student speaks of their instructor, and leaves “the chair” to the record', () => {
  for (const name of TO_STUDENTS) {
    const said = JSON.stringify(messages[name])
    expect(said).toMatch(/your instructor/i)
    expect(said).not.toMatch(/the chair\b/i)
  }
})

test('the list that the compiler goes by has every file', () => {
  const files = readdirSync(path.resolve(import.meta.dirname, '../../app/_messages/en'))
  expect(files.map((file) => path.basename(file, '.json')).sort()).toEqual(Object.keys(messages).sort())
})
