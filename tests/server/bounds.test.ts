/** Everything that is stored or received is bounded: each list, text and record of names in a schema has a maximum. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/v4/core'
import { typedText } from '#server/base/text-schema'
import { ActivitySettings } from '#server/store/activities/activity-settings'
import { BroughtFrom } from '#server/store/activities/brought-from'
import { NewDraft } from '#server/store/homework/drafts'
import { NewMark } from '#server/store/marks/marks'
import { NewThread } from '#server/store/records/annotations'
import { brief } from '#simulation/agenda/brief'
import { chairPapers, chairPlan } from '#simulation/agenda/chair-papers'
import { roomPlan } from '#simulation/agenda/plan'
import { homeworkChoices } from '#simulation/planning/homework-planning'
import { seminarChoices } from '#simulation/planning/planning'
import { recordHead } from '#simulation/reading/record/record-file'
import { recordShell } from '#simulation/reading/record/record-file-reading'
import { scenario } from '#simulation/scenario/scenario'
import { recorded } from '#simulation/shapes/record'
import { clientCommand, roomCommand } from '#simulation/shapes/room-command'
import { roomEvent } from '#simulation/shapes/room-event'
import { displayNames, joinRequest, submission } from '#simulation/wire/protocol'

const root = path.resolve(import.meta.dirname, '../..')

/** The schemas of what is stored or comes from outside. */
const SCHEMAS: Readonly<Record<string, z.$ZodType>> = {
  'a command of a page': clientCommand,
  'any command': roomCommand,
  'an event': roomEvent,
  'a row of the log': recorded,
  'a plan': roomPlan,
  "a chair's plan": chairPlan,
  'a brief': brief,
  "a chair's papers": chairPapers,
  'a scenario': scenario,
  'the choices for a seminar': seminarChoices,
  'the choices for a debate': homeworkChoices,
  'the settings of an activity': ActivitySettings,
  'the head of a record': recordHead,
  'the frame of a record': recordShell,
  'where a record comes from': BroughtFrom,
  'a roll of names': displayNames,
  'a submission': submission,
  'a request to join': joinRequest,
  'words under way': NewDraft,
  'a mark': NewMark,
  'an annotation': NewThread,
  'what is typed': typedText(10),
}

/** Unknown on purpose: rows that are parsed afterwards, each by its own schema. */
const OPEN_ON_PURPOSE = ['the frame of a record.rows[]']

type Found = { at: string; kind: 'string' | 'array' | 'record' | 'open'; isBounded: boolean }

const checksOf = (schema: z.$ZodType) => (schema._zod.def.checks ?? []).map((check) => check._zod.def)
const hasMost = (schema: z.$ZodType) =>
  checksOf(schema).some(({ check }) => check === 'max_length' || check === 'length_equals' || check === 'max_size')

/** Whether a pattern has no unbounded quantifier. */
const hasEnd = (pattern: RegExp) =>
  /^\^.*\$$/.test(pattern.source) && !/[*+]|\{\d+,\}/.test(pattern.source.replaceAll(/\\.|\[(\\.|[^\]])*\]/g, 'x'))

function isBoundedText(schema: z.$ZodString): boolean {
  const patterns = checksOf(schema).flatMap((def) =>
    'pattern' in def && def.pattern instanceof RegExp ? [def.pattern] : [],
  )
  return hasMost(schema) || patterns.some(hasEnd)
}

/** Every part of a schema that could be unbounded, and whether it is. */
function* parts(
  schema: z.$ZodType,
  at: string,
  seen: ReadonlySet<z.$ZodType> = new Set(),
  isChecked = false,
): Generator<Found> {
  if (seen.has(schema)) return
  const within = new Set([...seen, schema])
  const inner = (part: z.$ZodType, name = '', checked = isChecked) => parts(part, `${at}${name}`, within, checked)
  const { def } = (schema as z.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      yield { at, kind: 'string', isBounded: isChecked || isBoundedText(schema as z.$ZodString) }
      return
    case 'array':
      yield { at, kind: 'array', isBounded: isChecked || hasMost(schema) }
      yield* inner(def.element, '[]', false)
      return
    case 'record': {
      const isClosed = ['enum', 'literal'].includes((def.keyType as z.$ZodTypes)._zod.def.type)
      const huge = Object.fromEntries(
        Array.from({ length: 5_000 }, (_, index) => [`key-${'abcdefghij'[index % 10]}${index}`, null]),
      )
      // A record is tried with too many keys, because its schema does not state a maximum.
      const isJudged = checksOf(schema).length > 0 && !z.safeParse(schema, huge).success
      yield { at, kind: 'record', isBounded: isClosed || isJudged }
      yield* inner(def.keyType, '{key}', false)
      yield* inner(def.valueType, '{}', false)
      return
    }
    case 'object':
      for (const [name, part] of Object.entries(def.shape)) yield* inner(part, `.${name}`, false)
      return
    case 'union':
      for (const [index, option] of def.options.entries())
        yield* inner(option, `|${index}`, isChecked || hasMost(schema))
      return
    case 'tuple':
      for (const [index, item] of def.items.entries()) yield* inner(item, `[${index}]`, false)
      if (def.rest) yield { at, kind: 'array', isBounded: false }
      return
    case 'optional':
    case 'nullable':
    case 'readonly':
    case 'default':
    case 'catch':
    case 'nonoptional':
      yield* inner(def.innerType)
      return
    case 'pipe':
      // A transform bounds nothing itself, so only the other end of the pipe is looked at.
      if ((def.in as z.$ZodTypes)._zod.def.type !== 'transform') yield* inner(def.in)
      if ((def.out as z.$ZodTypes)._zod.def.type !== 'transform') yield* inner(def.out)
      return
    case 'intersection':
      yield* inner(def.left)
      yield* inner(def.right)
      return
    case 'number':
    case 'boolean':
    case 'null':
    case 'literal':
    case 'enum':
    case 'undefined':
    case 'never':
      return
    default:
      yield { at, kind: 'open', isBounded: false }
  }
}

describe('what is kept or taken in has an end', () => {
  test.each(Object.entries(SCHEMAS))('%s', (name, schema) => {
    const endless = [...parts(schema, name)].filter(({ at, isBounded }) => !isBounded && !OPEN_ON_PURPOSE.includes(at))
    expect(endless).toEqual([])
  })

  test('the search for what has none finds it', () => {
    const found = Object.values(SCHEMAS).flatMap((schema) => [...parts(schema, '')])
    expect(found.filter(({ kind }) => kind === 'string').length).toBeGreaterThan(300)
    expect(found.filter(({ kind }) => kind === 'array').length).toBeGreaterThan(80)
    expect(found.filter(({ kind }) => kind === 'record').length).toBeGreaterThan(3)
  })

  test('no form reads a text without an end out of what it was sent', () => {
    const files = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(^|[\\/-])actions\.ts$|(^|[\\/])route\.ts$/.test(file),
    )
    expect(files.length).toBeGreaterThan(15)
    const endless = files.flatMap((file) => {
      const text = readFileSync(path.join(root, 'app', file), 'utf8')
      const texts = [...text.matchAll(/z\s*\.string\(\)(.*)/g)].map(([words]) => `${file}: ${words}`)
      return texts.filter((words) => !/\.regex\(\/\^[^*+]*\$\/\)/.test(words))
    })
    // `typed` and `rowId` also refuse what no database can hold.
    expect(endless).toEqual([])
  })
})
