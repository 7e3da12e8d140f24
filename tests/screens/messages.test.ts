// Every message that a page asks for by name is there: its namespace and its key. A missing one is shown as its own name, in files too.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const APP = path.resolve(import.meta.dirname, '../../app')
const MESSAGES = path.join(APP, '_messages/en')

const messages: Record<string, unknown> = Object.fromEntries(
  readdirSync(MESSAGES).map((file) => [
    path.basename(file, '.json'),
    JSON.parse(readFileSync(path.join(MESSAGES, file), 'utf8')),
  ]),
)

function messageAt(name: string): unknown {
  let found: unknown = messages
  for (const part of name.split('.'))
    found = typeof found === 'object' && found !== null ? Reflect.get(found, part) : undefined
  return found
}

const sources = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(APP, file), 'utf8') }))

/** `const t = useTranslations('desk.keys')`, and each of several at once: `const [t, u] = await Promise.all([getTranslations('desk'), …])`. */
const NAMESPACE = /(?:use|get)Translations\('([^']+)'\)/g

test('each namespace that is asked for is one', () => {
  const asked = sources.flatMap(({ file, text }) =>
    [...text.matchAll(NAMESPACE)].map(([, name = '']) => ({ file, name })),
  )
  expect(asked.length).toBeGreaterThan(300)
  expect(asked.filter(({ name }) => typeof messageAt(name) !== 'object')).toEqual([])
})

test('each key that is written out is a text of its namespace', () => {
  let looked = 0
  const missing: string[] = []
  for (const { file, text } of sources) {
    const namespaces = new Map<string, string[]>()
    for (const [, name = '', namespace = ''] of text.matchAll(
      /const (\w+) = (?:await )?(?:use|get)Translations\('([^']+)'\)/g,
    ))
      namespaces.set(name, [...(namespaces.get(name) ?? []), namespace])
    for (const [name, of] of namespaces)
      for (const [, key = ''] of text.matchAll(new RegExp(`(?<![\\w.])${name}(?:\\.rich)?\\('([\\w.-]+)'`, 'g'))) {
        looked += 1
        // Where components of one file call different namespaces by one name, the key is of one of them.
        if (!of.some((namespace) => typeof messageAt(`${namespace}.${key}`) === 'string'))
          missing.push(`${file}: ${key}`)
      }
  }
  expect(looked).toBeGreaterThan(1000)
  expect(missing).toEqual([])
})

/** What a page says to a student in its own voice, and not as a line of the record. */
const TO_STUDENTS = ['join', 'now', 'refusals', 'room']

test('what a page says to a student speaks of their instructor, and leaves “the chair” to the record', () => {
  for (const name of TO_STUDENTS) {
    const said = JSON.stringify(messages[name])
    expect(said).toMatch(/your instructor/i)
    expect(said).not.toMatch(/the chair\b/i)
  }
})
