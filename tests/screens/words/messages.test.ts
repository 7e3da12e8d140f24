// What the messages say to whom. That each which is asked for is there, the compiler says (app/_messages/types.d.ts).
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { createTranslator, type IntlError, IntlErrorCode } from 'use-intl'
import { expect, test } from 'vitest'
import { messages } from '../../../app/_messages/en'

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
  const files = readdirSync(path.resolve(import.meta.dirname, '../../../app/_messages/en'))
  expect(files.map((file) => path.basename(file, '.json')).sort()).toEqual(Object.keys(messages).sort())
})

test('every message can be read: its brackets close and its selectors are words', () => {
  const keysOf = (part: object, before = ''): string[] =>
    Object.entries(part).flatMap(([key, value]) =>
      typeof value === 'string' ? [`${before}${key}`] : keysOf(value, `${before}${key}.`),
    )
  const unread: string[] = []
  // In the build that a class gets an error says its kind in its text alone.
  const onError = ({ message }: IntlError) => {
    if (message.includes(IntlErrorCode.INVALID_MESSAGE)) unread.push(message)
  }
  // Its type follows from the keys, which are not known before.
  const say: (key: string) => string = createTranslator({ locale: 'en', messages, onError } as never) as never
  const keys = keysOf(messages)
  for (const key of keys) say(key)
  expect(unread).toEqual([])
  // A point in a name would be read as a step down.
  expect(JSON.stringify(messages).match(/"[^"\\]*\.[^"\\]*":/g)).toBeNull()
  expect(keys.length).toBeGreaterThan(2_000)
})
