/**
 * Freezes logs of today's shape with what each of them says when it is read today. Run it again (`node --import tsx
 * tests/corpus/make.ts v2`) when `ROOM_VERSION` has been raised, on the commit that raises it: it adds a folder, and never writes over
 * one that is there, because a log that a class has left behind never changes either.
 */
import fc from 'fast-check'
import { Rehearsal, rehearse } from '#simulation/bots/rehearsal'
import { fold } from '#simulation/engine/room'
import { actorId, personId, seatId } from '#simulation/kernel/ids'
import { homeworkAgendaOf, planHomework } from '#simulation/planning/homework-planning'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { writeRecord } from '#simulation/reading/record/record-file'
import { readRecord } from '#simulation/reading/record/record-file-reading'
import { storedScenario } from '#simulation/scenario/stored-scenario'
import { viewerOf } from '#simulation/secrecy/hearing'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'
import { recorded } from '#simulation/shapes/record'
import type { RoomCommand } from '#simulation/shapes/room-command'
import { displayNames } from '#simulation/wire/protocol'
import common from '../../app/_messages/en/common.json' with { type: 'json' }
import record from '../../app/_messages/en/record.json' with { type: 'json' }
import transcript from '../../app/_messages/en/transcript.json' with { type: 'json' }
import { readSetup } from '../../app/courses/[courseId]/new-homework/setup'
import { smallSeminar } from '../support/cast'
import { firstEdition } from '../support/first-edition'
import { chinaGap } from '../support/stories/china-gap'
import { heardByChair, viewOf } from '../support/stories/heard'
import { CN, JP, US } from '../support/stories/sides'
import { Story } from '../support/stories/stories'
import { script, week } from '../support/stories/story-script'
import { freeze } from './archive'
import { readingOf } from './reading'
import { outcome } from './work'

type Log = readonly Recorded[]
const VERA = actorId.parse('chair:vera')
/** When the demo begins: ten o'clock in Tokyo, yesterday. */
const TEN = Date.UTC(2026, 10, 25, 1)
const DAY = 86_400_000
const messages = { transcript, record, common }

function demo(): Log {
  const scenario = chinaGap()
  return rehearse(planSeminar(scenario, defaultChoices(scenario, 'seminar-90', 54)), scenario, TEN, VERA).rows
}

/** The demo's waiting rooms: opened and empty. */
function waiting(speed: number): Log {
  const scenario = chinaGap()
  const planned = planSeminar(scenario, { ...defaultChoices(scenario, 'seminar-90', 54), speed })
  return new Rehearsal(planned, scenario, TEN).rows
}

/** The first edition stored everything decided ahead in public, and numbered private entries `c1`, `c2`, … */
function ofTheFirstEdition(): Log {
  return rehearse(firstEdition(smallSeminar({ understudies: true })), chinaGap(), TEN, VERA).rows
}

function homeworkWeek(): Log {
  const agenda = homeworkAgendaOf(chinaGap(), 'homework-week').phases
  const planned = planHomework(chinaGap(), {
    agendaKey: 'homework-week',
    rounds: ['framing', 'deterrence', 'cptpp'],
    chairs: { [US]: 3, [JP]: 2, [CN]: 2 },
    observers: ['Press'],
    seating: 'lot',
    understudies: true,
    seed: 7,
    lateHours: 48,
    postFirst: true,
    phases: agenda.map(({ requires }, index) => ({
      ...{ opensAt: TEN + index * DAY, dueAt: TEN + (index + 0.8) * DAY },
      ...{ requires: [...requires], injects: [] },
    })),
  })
  const room = new Rehearsal(planned, chinaGap(), TEN - DAY)
  room.run(TEN + DAY / 2)
  for (const name of ['amara', 'daiki', 'fen', 'guo'])
    room.submit(actorId.parse(`p:${name}`), { type: 'takeSeat', seat: null })
  room.submit(VERA, { type: 'moveDeadline', phase: 2, dueAt: TEN + 2.9 * DAY })
  room.submit(VERA, { type: 'grantExtension', person: personId.parse('amara'), phase: 3, dueAt: TEN + 4.5 * DAY })
  room.run(TEN + agenda.length * DAY)
  return room.rows
}

/** A first-edition room with people who talk in private and change seats. */
function firstEditionWithPeople(): Log {
  const room = new Rehearsal(firstEdition(smallSeminar({ understudies: true })), chinaGap(), TEN)
  const sits = (name: string, seat: string) =>
    room.submit(actorId.parse(`p:${name}`), { type: 'takeSeat', seat: seatId.parse(seat) })
  sits('amara', 'us.state')
  sits('daiki', 'jp.pm')
  sits('fen', 'cn.foreign')
  room.submit(VERA, { type: 'startPhase', index: 0 })
  room.run(TEN + 320_000)
  for (const name of ['amara', 'daiki', 'fen'])
    for (const text of [`Between ourselves: ${name}.`, '我们之间。'])
      room.submit(actorId.parse(`p:${name}`), { type: 'speakInCaucus', text })
  room.submit(actorId.parse('p:amara'), { type: 'callForHelp', text: 'May we speak to Beijing?' })
  room.submit(VERA, { type: 'nudge', to: US, text: 'You may.' })
  room.submit(VERA, { type: 'placePerson', person: personId.parse('amara'), seat: seatId.parse('us.treasury') })
  room.submit(VERA, { type: 'placePerson', person: personId.parse('fen'), seat: seatId.parse('jp.finance') })
  room.run(TEN + 2 * 3_600_000)
  return room.rows
}

/** Rare events, each once. */
function seldom(): Log {
  const room = new Rehearsal(smallSeminar(), chinaGap(), TEN)
  const does = (by: string, command: RoomCommand) => {
    room.run(room.now + 1_000)
    const verdict = room.submit(actorId.parse(by), command)
    if (!verdict.ok) throw new Error(`${by} was to ${command.type} and may not: ${verdict.rejection}`)
  }
  const goesTo = (kind: string) => {
    while (room.state.plan.phases[room.state.agenda.index]?.kind !== kind)
      does('chair:vera', { type: 'endPhase', index: room.state.agenda.index })
  }
  const state = seatId.parse('us.state')
  const [amara, hana] = [personId.parse('amara'), personId.parse('hana')]
  does('p:amara', { type: 'takeSeat', seat: state })
  does('p:daiki', { type: 'takeSeat', seat: seatId.parse('jp.pm') })
  does('p:hana', { type: 'takeSeat', seat: seatId.parse('cn.foreign') })
  does('chair:vera', { type: 'startPhase', index: 0 })
  does('clock', { type: 'markAbsent', seat: state })
  does('clock', { type: 'markReturned', seat: state })
  does('chair:vera', { type: 'removePerson', person: hana })
  does('chair:vera', { type: 'readmitPerson', person: hana })
  does('chair:vera', { type: 'placePerson', person: hana, seat: seatId.parse('cn.commerce') })
  does('chair:vera', { type: 'setAutopilot', agenda: true, floor: 'off' })
  goesTo('floor')
  does('p:daiki', { type: 'askForFloor', intent: 'question', answers: null })
  does('p:daiki', { type: 'lowerHand' })
  does('chair:vera', { type: 'grantFloor', seat: state })
  const anchors = ['E1.1', { source: 'Asahi Shimbun, 3 May 2024' }]
  does('p:amara', {
    type: 'makeStatement',
    text: '東京の立場は明らかです。\nPlainly so.',
    intent: 'point',
    answers: null,
    anchors,
  })
  const no = String(room.state.record.length)
  does('chair:vera', { type: 'bookmarkEntry', entry: no, note: 'Good.' })
  does('chair:vera', { type: 'liftBookmark', entry: no })
  does('p:amara', { type: 'withdrawStatement', entry: Number(no), reason: 'Too early.' })
  does('chair:vera', { type: 'writeInject', headline: '新闻', text: 'A ship has been seen.' })
  does('chair:vera', { type: 'undoLastStep' })
  goesTo('debrief')
  does('chair:vera', { type: 'removePerson', person: amara })
  does('chair:vera', { type: 'closeRoom' })
  return room.rows
}

/** Each kind of event and each seating mode must occur in this many stories. */
const ENOUGH = 3

function stories(): [string, Log][] {
  const seen = new Map<string, number>()
  const told = (scripts: ReturnType<typeof script>, seed: number, most: number, name: string): [string, Log][] =>
    fc.sample(scripts, { seed, numRuns: most }).flatMap((each, at): [string, Log][] => {
      if (each.seating === 'unsaid') return []
      const { rows } = new Story(each)
      const news = new Set([`${each.agenda} ${each.seating}`, ...rows.map(({ event }) => event.type)])
      if ([...news].every((one) => (seen.get(one) ?? 0) >= ENOUGH)) return []
      for (const one of news) seen.set(one, (seen.get(one) ?? 0) + 1)
      return [[`${name}-${at + 1}`, rows]]
    })
  return [
    ...told(script(260, true, 'china-gap'), 20_261_126, 150, 'story'),
    ...told(week(160, 'china-gap'), 20_261_127, 40, 'week'),
    ...told(script(260, true, 'five-shores'), 20_261_128, 20, 'shores'),
  ]
}

/** A record as its reader exports it. */
function file(rows: readonly VisibleRow[], reader: 'chair' | 'person'): string {
  const plan = fold(rows)?.plan
  if (!plan) throw new Error('The log is empty.')
  return writeRecord(
    {
      reader,
      room: { name: 'Table 1' },
      activity: { title: 'The China gap', kind: plan.kind, scenario: plan.scenarioKey, agenda: plan.agendaKey },
      course: { title: 'IR 347', timeZone: 'Asia/Tokyo' },
    },
    rows,
    displayNames.parse({ amara: 'Amara Osei', daiki: '林 佳怡', fen: 'Tomás Ribeiro' }),
  )
}

function ownFile(rows: Log): string {
  const state = fold(rows)
  const person = state?.seated[0]
  if (!state || !person) throw new Error('Nobody sat there.')
  return file(viewOf(rows, viewerOf(state, person), state.unsealedAt !== null), 'person')
}

/** Addresses of the homework wizard as courses keep them, with what each is read as. */
function keptDrafts() {
  const addresses = [
    '?start=2026-11-30&laid=2026-11-30&round=framing&round=cptpp&due-1=2026-12-01T21%3A00&rooms=2&understudies=yes&ask-1.0=3&postFirst=yes&late=24&title=The+gap+over+a+week&draft=5f0f3a4e-7c43-4a55-8a1e-0d5d5a2f9d11&step=3',
    '?start=2026-11-30&laid=2026-11-29&round=deterrence&rooms=1&late=0&title=%E6%9D%B1%E4%BA%AC&step=5',
    '?step=2',
  ]
  return addresses.map((address) => {
    const fields: Record<string, string[]> = {}
    for (const [name, value] of new URLSearchParams(address)) fields[name] = [...(fields[name] ?? []), value]
    const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)
    const around = { scenario: chinaGap(), tomorrow: '2026-11-27', rooms: { fewest: 1, most: 4, usual: 2 }, isDay }
    return { fields, read: readSetup(fields, around) }
  })
}

/** The choices of an activity and the origin of a brought record, as they are stored beside the logs. */
function besideTheLogs() {
  const seminar = {
    rounds: [
      { tension: 'framing', seconds: null },
      { tension: 'regional-order', seconds: 1500 },
    ],
    ...{ roomCount: 2, seatsPerDelegation: 6, seating: 'choose', practiceSpeed: 1, understudies: true },
    ...{ door: 'code', lateArrivals: 'until-round-1', observers: ['Press'] },
  }
  const opens = { wall: '2026-11-30T09:00', at: TEN }
  const homework = {
    ...seminar,
    seating: 'lot',
    homework: {
      timeZone: 'Asia/Tokyo',
      phases: [{ opens, due: { wall: '2026-11-30T21:00', at: TEN + DAY / 2 } }],
      ...{ lateHours: 48, postFirst: true },
    },
  }
  return {
    settings: [seminar, homework],
    broughtFrom: [{ course: { title: 'IR 347', timeZone: 'Asia/Tokyo' }, roll: { p1: 'Amara Osei' } }],
  }
}

/** As PostgreSQL's jsonb returns an object: keys by length, then alphabetically. */
function stored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stored)
  if (typeof value !== 'object' || value === null) return value
  const sorted = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([key, part]) => [key, stored(part)]))
}
const fromTheDatabase = ([name, rows]: [string, Log]): [string, Log] => [
  name,
  rows.map((row) => recorded.parse({ ...row, audience: stored(row.audience), event: stored(row.event) })),
]

function carriedAway(name: string, text: string) {
  const read = outcome(readRecord(text))
  if ('fault' in read) throw new Error(JSON.stringify(read))
  return { name, reader: 'chair', text, reading: readingOf(read.rows, messages) }
}

const [version] = process.argv.slice(2)
if (version === undefined || !/^v\d+$/.test(version)) throw new Error('Which version? Say v1, v2, …')
const fixed: [string, Log][] = [
  ['demo', demo()],
  ['demo-waiting', waiting(1)],
  ['demo-practice', waiting(30)],
  ['first-edition', ofTheFirstEdition()],
  ['first-edition-people', firstEditionWithPeople()],
  ['homework-week', homeworkWeek()],
  ['seldom', seldom()],
]
const told = stories()
const logs = [...fixed, ...told].map(fromTheDatabase)
const carried = [...fixed.map(([name]) => name), told[0]?.[0], told.at(-1)?.[0]]
freeze(version, 'messages', messages)
freeze(
  version,
  'logs',
  logs.map(([name, rows]) => ({ name, rows })),
)
freeze(
  version,
  'readings',
  logs.map(([name, rows]) => ({ name, reading: readingOf(rows, messages) })),
)
freeze(version, 'files', [
  ...logs
    .filter(([name]) => carried.includes(name))
    .map(([name, rows]) => carriedAway(name, file(heardByChair(rows), 'chair'))),
  { name: told[0]?.[0], reader: 'person', text: ownFile(told[0]?.[1] ?? []), reading: null },
])
freeze(version, 'scenario', stored(storedScenario(chinaGap())))
freeze(version, 'kept-drafts', keptDrafts())
freeze(version, 'beside', besideTheLogs())
