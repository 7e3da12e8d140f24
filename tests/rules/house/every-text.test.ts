// Every text that somebody writes in an event can be taken off (rule K1): found in the schemas, and not by what the rules call words.
import { expect, test } from 'vitest'
import { withWords, wordsIn } from '#simulation/engine/catalogue'
import { GAP } from '#simulation/kernel/gaps'
import { personId } from '#simulation/kernel/ids'
import { type RoomEvent, roomEvent } from '#simulation/shapes/room-event'
import { wordSamples } from '../../support/files/word-samples'

const WORDS = '§ words'
/** One of each event with words; an event that is missing here fails below. */
const SAMPLES: readonly RoomEvent[] = [
  ...wordSamples({ mark: () => WORDS, first: 1, person: personId.parse('a'), clause: 'gap' }).map(({ event }) => event),
  roomEvent.parse({ type: 'EntryBookmarked', entry: '1', note: WORDS }),
  roomEvent.parse({ type: 'LineReported', entry: '1', person: 'a', reason: 'other', text: WORDS }),
]

/** The texts of a schema that take any words, by their path. */
function freeTexts(schema: unknown, path: string[] = []): string[] {
  const { def } = (schema as { _zod?: { def: Record<string, unknown> } })._zod ?? {}
  if (!def) return []
  switch (def.type) {
    case 'string': {
      const takes = (schema as { safeParse(text: string): { success: boolean } }).safeParse('Any § words of mine')
      return takes.success ? [path.join('.')] : []
    }
    case 'object':
      return Object.entries(def.shape as object).flatMap(([key, part]) => freeTexts(part, [...path, key]))
    case 'array':
      return freeTexts(def.element, path)
    case 'record':
      return freeTexts(def.valueType, path)
    case 'union':
      return (def.options as unknown[]).flatMap((option) => freeTexts(option, path))
    case 'pipe':
      return freeTexts(def.out, path)
    case 'nullable':
    case 'optional':
    case 'readonly':
    case 'default':
      return freeTexts(def.innerType, path)
    default:
      return []
  }
}

/** Texts that an author or the product wrote, and keys. All others are somebody's words. */
const NOT_WRITTEN =
  /^(RoomOpened|BriefsPrepared|BriefIssued|ChairPapersIssued|ChairPlanIssued|StepUndone|ObjectiveClaimed|ClaimsOffered|ClaimNamed)\.|\.(clause|clean|key|form|entry)$|^InjectSent\.anchors$|^CardsTurned\.sides\.cards\./

test('K1 every text of every event that takes somebody’s words is one that can be taken off', () => {
  const named = new Set<string>()
  for (const option of roomEvent._zod.def.options) {
    const [type] = option.shape.type._zod.def.values
    for (const path of new Set(freeTexts(option)))
      if (!NOT_WRITTEN.test(`${type}.${path}`)) named.add(`${type}.${path}`)
  }
  expect(named.size).toBeGreaterThan(30)
  const taken = new Set<string>()
  for (const event of SAMPLES) {
    const marks = wordsIn(event).length
    expect(JSON.stringify(withWords(event, () => GAP))).not.toContain('§')
    expect(marks).toBe([...JSON.stringify(event).matchAll(/§/g)].length)
    for (const path of pathsOf(event)) taken.add(`${event.type}.${path}`)
  }
  expect([...named].filter((path) => !taken.has(path))).toEqual([])
})

/** Where the words of a sample stand, list places and delegations left out. */
const pathsOf = (value: unknown, path: string[] = []): string[] => {
  if (typeof value === 'string') return value.includes('§') ? [path.join('.')] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, /^(\d+|us|jp)$/.test(key) ? path : [...path, key]),
  )
}
