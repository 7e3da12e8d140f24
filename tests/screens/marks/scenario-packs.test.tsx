// L17: every leaf of a scenario's schema reaches a page. The schema is walked, so that a new part of a scenario fails here until some page
// shows it, or until it is named below as a reference or as words that reach a page by being said.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { outlineOf } from '#simulation/reading/record/scenario-outline'
import { briefsOfDelegation, studentPack } from '#simulation/reading/record/scenario-pack'
import { seminarAgendas } from '#simulation/scenario/lookup'
import { type Scenario, scenario as schema } from '#simulation/scenario/scenario'
import { InstructorPack } from '../../../app/_pack/instructor-pack'
import { ScenarioOutline } from '../../../app/_pack/scenario-outline'
import { StudentPack } from '../../../app/_pack/student-pack'
import {
  DELEGATION_READERS,
  SCENARIO_READERS,
  SEAT_READERS,
  TENSION_READERS,
  type Whose,
} from '../../support/scenario-readers'
import { fiveShores } from '../../support/scenarios/five-shores/five-shores'
import { chinaGap } from '../../support/stories/china-gap'
import { markup, plain, words } from '../drawn-screens'

/** Leaves that no page prints as they stand, each with its reason. `*` is a list's place or a record's key. */
const NOT_PRINTED: readonly { path: RegExp; why: string }[] = [
  { path: /^lines\b/, why: 'said by understudies, and read on the record' },
  { path: /(^|\.)(key|id|letter)$/, why: 'a name by which other parts refer to it' },
  { path: /(^|\.)facts\.\*$/, why: 'a reference, drawn as a link to the fact' },
  { path: /(^|\.)(anchors|drawsOn)\.\*$/, why: 'a reference, drawn as a link to the paragraph' },
  {
    path: /(^|\.)(tension|tensions|delegation|seat|side|source|squeezes|plays|clauses|folded|axes|closing|by)(\.\*)?$/,
    why: 'a reference',
  },
  { path: /^(language|asOf)$/, why: 'for machines: the day is said in asOfNote' },
  { path: /^(focus\.members\.\*|sheets\.\*\.question\.to)$/, why: 'a reference' },
  { path: /^focus\.name$/, why: 'a noun within the findings of a room' },
  { path: /^delegations\.\*\.(shape|hue|defendsBrackets)$/, why: 'how it is drawn, and how its understudies act' },
  { path: /^delegations\.\*\.chips\b/, why: 'what its understudies lay; the debrief shows it' },
  { path: /^(seatOrder|speakingOrder\.rounds)\b/, why: 'references; offices and openings stand in this order' },
  { path: /\.(by|unless|crossedBy)\.(words|lines)\b/, why: 'references to words and lines that are printed' },
  { path: /\.order$/, why: 'the place in which it stands' },
  { path: /\.hinges\.\*\.\w+$/, why: 'how understudies read what people write' },
  { path: /^communique\.(question|unmet)$/, why: 'what they ask of what they cannot read, and say of a card' },
  { path: /^communique\.spoken\b/, why: 'secret until understudies say it' },
  {
    path: /^(seats\.\*\.refuses$|delegations\.\*\.cards\.\*\.grounds\b)/,
    why: 'secret until understudies say it at home',
  },
  { path: /^delegations\.\*\.cards\.\*\.check\.type$/, why: 'said in words' },
  { path: /^knowledgeB?\.\*\.right$/, why: 'said beside the option' },
  { path: /^agendas\.\*\.moreClauses$/, why: 'a number, said in the room' },
  { path: /^seats\.\*\.head$/, why: 'said as the head of delegation' },
  { path: /^(injects\.\*\.fiction|.*\.kind)$/, why: 'one value alone, said in the heading' },
  { path: /^(publicFacts|readings)\.\*\.looked$/, why: 'decides whether the publication is named' },
  { path: /^rubric\.criteria\.\*\.subjects\.\*$/, why: 'said in words' },
  { path: /^map\.(frame|land|lines\.\*\.points|places\.\*\.(at|kind|side))\b/, why: 'drawn' },
  {
    path: /^agendas\.\*\.(block|phase|blocks|phases|totalSeconds|totalDays)\b(?!.*\.(note|required)$)/,
    why: 'said as minutes and days',
  },
  { path: /^runSheet\.phases\.\*\.phase$/, why: 'said as the phase’s name' },
  { path: /^(claims|hearing)\b/, why: 'secret until understudies say it' },
  { path: /^delegations\.\*\.alsoCalled\.\*$/, why: 'names by which people are understood' },
  { path: /(^|\.)(value|band\.\*|level)$/, why: 'a number, signed and named by its step' },
  { path: /^paragraphs\.\*\.number$/, why: 'in the title of its mark' },
  { path: /\.url$/, why: 'a link' },
  { path: /^(reading\.minutes|communique\.ballotRule\.\w+)$/, why: 'a number, said in a sentence' },
]

type Json = { [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The paths of all leaves of a JSON schema. */
function leavesOf(part: unknown, path: string, definitions: Json): readonly string[] {
  if (!isObject(part)) return [path]
  if (typeof part.$ref === 'string') return leavesOf(definitions[part.$ref.split('/').at(-1) ?? ''], path, definitions)
  const below = (key: string) => (path === '' ? key : `${path}.${key}`)
  const found = [
    ...(isObject(part.properties)
      ? Object.entries(part.properties).flatMap(([key, each]) => leavesOf(each, below(key), definitions))
      : []),
    ...(isObject(part.items) ? leavesOf(part.items, below('*'), definitions) : []),
    ...(Array.isArray(part.prefixItems)
      ? part.prefixItems.flatMap((each) => leavesOf(each, below('*'), definitions))
      : []),
    ...(isObject(part.additionalProperties) ? leavesOf(part.additionalProperties, below('*'), definitions) : []),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((kind) => {
      const options = part[kind]
      return Array.isArray(options) ? options.flatMap((each) => leavesOf(each, path, definitions)) : []
    }),
  ]
  return found.length > 0 ? found : part.type === 'null' ? [] : [path]
}

/** The strings of a scenario by the path at which they stand. */
function textsAt(part: unknown, path = ''): readonly (readonly [string, string])[] {
  const below = (key: string) => (path === '' ? key : `${path}.${key}`)
  if (typeof part === 'string') return [[path, part]]
  if (Array.isArray(part)) return part.flatMap((each) => textsAt(each, below('*')))
  if (!isObject(part)) return []
  const names = KEYED.some((keyed) => keyed.test(path))
  return Object.entries(part).flatMap(([key, each]) => textsAt(each, below(names ? '*' : key)))
}
/** Records, whose keys are a tension’s, an office’s or a delegation’s. */
const KEYED = [
  /\.openings$/,
  /\.brackets$/,
  /\.bridges$/,
  /\.reasons$/,
  /^stakes$/,
  /^stakes\.\*$/,
  /^seatOrder$/,
  /^sheets$/,
]

const agendaOf = (scenario: Scenario) => seminarAgendas(scenario)[0]?.key ?? ''
const forInstructor = (scenario: Scenario): string =>
  plain(words(<InstructorPack scenario={scenario} agendaKey={agendaOf(scenario)} foot="" />))
const printed = (scenario: Scenario): string => {
  const student = <StudentPack pack={studentPack(scenario, agendaOf(scenario))} briefs={null} foot="" />
  return `${plain(words(student))} ${forInstructor(scenario)}`
}

const built = { gap: chinaGap(), shores: fiveShores() }
const pages = { gap: printed(built.gap), shores: printed(built.shores) }
const isPrinted = (path: string) => !NOT_PRINTED.some((each) => each.path.test(path))

describe('L17 every leaf of a scenario', () => {
  test('is printed in a pack, or is named here with the reason why not', () => {
    const json: Json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })
    const definitions = isObject(json.$defs) ? json.$defs : {}
    const leaves = new Set(leavesOf(json, '', definitions))
    expect(leaves.size).toBeGreaterThan(120)
    const seen = new Set([...textsAt(built.gap), ...textsAt(built.shores)].map(([path]) => path))
    expect([...leaves].filter((path) => isPrinted(path) && !seen.has(path))).toEqual([])
  })

  test.each(['gap', 'shores'] as const)('of %s stands on a page, word for word', (name) => {
    const scenario = built[name]
    const unlooked = new Set(
      [...scenario.publicFacts, ...scenario.readings]
        .filter(({ looked }) => looked === 'not-looked-up')
        .flatMap((each) => ('source' in each ? [each.source?.publication, each.source?.date] : Object.values(each))),
    )
    const missing = textsAt(scenario).filter(
      ([path, text]) => isPrinted(path) && !unlooked.has(text) && !pages[name].includes(plain(text)),
    )
    expect(missing).toEqual([])
  })

  test.each(['gap', 'shores'] as const)(
    'of an office of %s is printed for the instructor as often as it was written',
    (name) => {
      const pack = forInstructor(built[name])
      const all = textsAt(built[name])
      const written = all.map(([, text]) => plain(text)).join(' ')
      const sentences = all.filter(([path, text]) => /^(seats|stakes)\b/.test(path) && /^[A-Z].* .*[.?!]$/.test(text))
      expect(sentences.length).toBeGreaterThan(20)
      const times = (where: string, text: string) => where.split(plain(text)).length - 1
      expect(sentences.filter(([, text]) => times(pack, text) > times(written, text))).toEqual([])
    },
  )

  test('of two parties, or of five, has packs that name no party of another scenario', () => {
    expect(pages.shores).not.toMatch(/Tokyo|Washington|Beijing|Tanaka|China/)
  })
})

/** Links within a page that lead to no place on it. */
const lost = (page: string): readonly string[] => {
  // By its name, and not by the key that files know it by.
  expect(page).toContain('fact: defence\u00a0plan')
  expect(page).not.toMatch(/(fact: |<dt>)[a-z0-9]+-/)
  const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const led = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id ?? '')
  expect(led.length).toBeGreaterThan(40)
  return led.filter((id) => !places.has(id))
}

test('every citation of a pack leads to its paragraph or its fact, beside an answer too', () => {
  const gap = structuredClone(chinaGap())
  Object.assign(gap.checkQuestions[0] ?? {}, { facts: ['chips'] })
  expect(lost(markup(<StudentPack pack={studentPack(gap, 'seminar-90')} briefs={null} foot="" />))).toEqual([])
  // An office's brief and its delegation's name facts that the pack itself does not, some of them both.
  const briefs = briefsOfDelegation(gap, gap.delegations[1]?.id ?? gap.delegations[0]!.id).slice(0, 3)
  const own = markup(<StudentPack pack={studentPack(gap, 'seminar-90')} briefs={briefs} foot="" />)
  expect(lost(own)).toEqual([])
  const places = [...own.matchAll(/ id="(fact-[^"]+)"/g)].map(([, id]) => id)
  expect(new Set(places).size).toBe(places.length)
  expect(lost(markup(<InstructorPack scenario={gap} agendaKey="seminar-90" foot="" />))).toEqual([])
})

/** What is some delegation's, some office's or the instructor's alone. */
const confidencesOf = (scenario: Scenario): readonly string[] => [
  ...scenario.delegations.flatMap(({ strongestCase, tone, redLines, cards }) => [
    strongestCase,
    tone,
    ...redLines.map(({ text }) => text),
    ...cards.map(({ asks }) => asks),
  ]),
  ...scenario.seats.flatMap(({ brief, neverInPublic }) => [brief, neverInPublic]),
  ...Object.values(scenario.stakes).flatMap((each) => Object.values(each).map(({ text }) => text)),
  ...scenario.tensions.flatMap(({ author, openings }) => [
    ...(author ? [author.reason] : []),
    ...Object.values(openings).map(({ reason }) => reason),
  ]),
  ...scenario.lines.map(({ text }) => text),
  ...scenario.injects.map(({ text }) => text),
]

/** The texts of the parts that have this reader, where they are long enough to be somebody's own. */
function textsOf(scenario: Scenario, whose: Whose): readonly string[] {
  const within = <Part extends object>(part: Part, readers: Readonly<Record<string, Whose>>): readonly string[] =>
    Object.entries(part).flatMap(([field, value]) =>
      readers[field] === whose ? textsAt(value).flatMap(([path, text]) => (isPrinted(path) ? [text] : [])) : [],
    )
  return [
    ...within(scenario, SCENARIO_READERS),
    ...scenario.delegations.flatMap((delegation) => within(delegation, DELEGATION_READERS)),
    ...scenario.seats.flatMap((seat) => within(seat, SEAT_READERS)),
    ...scenario.tensions.flatMap((tension) => within(tension, TENSION_READERS)),
  ].filter((text) => /^[A-Z“‘¿].*\s.*[.?!”’]$/s.test(text) && text.length > 40)
}

test('L17 a part of a scenario is on the students’ pages if it is everybody’s, and on none of them if it is not', () => {
  const scenario = chinaGap()
  const page = plain(words(<StudentPack pack={studentPack(scenario, 'seminar-90')} briefs={null} foot="" />))
  const outline = plain(words(<ScenarioOutline outline={outlineOf(scenario)} foot="" />))
  const both = `${page} ${outline}`
  const unlisted = scenario.publicFacts.map(({ text }) => text)
  const unlooked = scenario.readings.filter(({ looked }) => looked === 'not-looked-up').map(({ note }) => note)
  const everybodys = textsOf(scenario, 'everybody').filter(
    (text) => !unlisted.includes(text) && !unlooked.includes(text),
  )
  expect(everybodys.length).toBeGreaterThan(100)
  expect(everybodys.filter((text) => !both.includes(plain(text)))).toEqual([])
  for (const [whose, least] of [
    ['side', 200],
    ['staff', 40],
  ] as const) {
    const others = textsOf(scenario, whose)
    expect(others.length, whose).toBeGreaterThan(least)
    expect(others.filter((text) => both.includes(plain(text)))).toEqual([])
  }
})

describe('the student’s pack', () => {
  test('holds no confidence of any side and no reading of the source', () => {
    const scenario = chinaGap()
    const page = plain(words(<StudentPack pack={studentPack(scenario, 'seminar-90')} briefs={null} foot="" />))
    const secrets = confidencesOf(scenario)
    expect(secrets.length).toBeGreaterThan(400)
    expect(secrets.filter((text) => page.includes(plain(text)))).toEqual([])
  })

  test('ends with the reader’s own brief, with the steps of each line by name', () => {
    const scenario = chinaGap()
    const briefs = briefsOfDelegation(scenario, scenario.delegations[1]?.id ?? scenario.delegations[0]!.id)
    const own = briefs.filter(({ to }) => to === 'jp' || to === 'jp.finance')
    const page = words(<StudentPack pack={studentPack(scenario, 'seminar-90')} briefs={own} foot="" />)
    expect(page).toContain('Say the price aloud before anyone signs.')
    expect(page).toContain('From which account? Make one colleague choose')
    expect(page).toContain('Your office would like +0.5: between “What exists today')
    expect(page).toContain('Your brief begins at +2.0: “The 2022 plan in full, by 2027”.')
  })
})

describe('what anybody may read of a scenario', () => {
  test.each([chinaGap(), fiveShores()])('holds what a class plays, and no confidence', (scenario) => {
    const page = plain(words(<ScenarioOutline outline={outlineOf(scenario)} foot="" />))
    const shown = [
      scenario.title,
      scenario.premise.text,
      ...scenario.delegations.map(({ name }) => name),
      ...scenario.seats.flatMap(({ title, charge }) => [title, charge]),
      ...scenario.tensions.flatMap(({ title, question }) => [title, question]),
      ...scenario.paragraphs.map(({ gist }) => gist),
      ...scenario.agendas.map(({ title }) => title),
    ]
    expect(shown.filter((text) => !page.includes(plain(text)))).toEqual([])
    const secrets = [...confidencesOf(scenario), ...scenario.injects.map(({ headline }) => headline)]
    expect(secrets.length).toBeGreaterThan(40)
    expect(secrets.filter((text) => page.includes(plain(text)))).toEqual([])
    const { seminars } = outlineOf(scenario)
    for (const { minutes, parts } of seminars) {
      const begins = parts.map(({ minute }) => minute)
      expect(begins[0]).toBe(0)
      expect(begins).toEqual(begins.toSorted((a, b) => a - b))
      expect(Math.max(...begins)).toBeLessThan(minutes)
    }
  })
})
