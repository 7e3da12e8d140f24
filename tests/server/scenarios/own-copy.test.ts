/**
 * An activity shows the scenario it was made with on every page, and the wizards offer what the shelf holds: on the built server, with a
 * second scenario beside the built-in one, and with a copy of the built-in one that was made before its texts were changed.
 */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { createSeminar } from '#server/store/activities/activities'
import { createCourse } from '#server/store/courses/courses'
import { createSession } from '#server/store/people/sessions'
import type { Person } from '#server/store/people/users'
import { readRubric, readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { chairActor, roomId } from '#simulation/kernel/ids'
import type { Scenario } from '#simulation/scenario/scenario'
import { readFrozen } from '../../corpus/archive'
import { useFreshDatabase } from '../../support/machines/database'
import { type RunningServer, startServer } from '../../support/machines/server'
import { fiveShores } from '../../support/scenarios/five-shores/five-shores'
import { chinaGap } from '../../support/stories/china-gap'
import { type Class, cookieOf, givenStudent, SECRET } from '../live/given/given-classroom'
import { Teller } from '../record/given-record'
import { givenAccount, plainSettings } from '../store/given-store'
import { givenFolder, reworded, textsOf } from './given-scenarios'

const fresh = useFreshDatabase()
const lake = reworded(chinaGap(), 'Lakeword', { key: 'a-lake', title: 'Lakeword title' })
const older = reworded(chinaGap(), 'Oldword')
const folder = givenFolder([lake], { kept: true })

let server: RunningServer
let courseId: string
let instructor: Person
let chairCookie: string

beforeAll(async () => {
  settleSecret(SECRET)
  server = await startServer({ databaseUrl: fresh.url(), env: { NEXTAUTH_SECRET: SECRET, SCENARIOS: folder } })
  instructor = await givenAccount('Noor Haddad')
  courseId = await createCourse({ title: 'IR 347', timeZone: 'Asia/Tokyo', by: instructor.id })
  chairCookie = await cookieOf(await createSession(database(), instructor.id, 'test'))
})
afterAll(async () => {
  await server?.clear()
  rmSync(folder, { recursive: true })
})

async function givenSeminar(scenario: Scenario): Promise<{ code: string; activityId: string; roomId: string }> {
  const agenda = scenario.agendas.find(({ kind }) => kind === 'seminar')
  const made = await createSeminar({
    courseId,
    by: instructor.id,
    title: 'The seminar',
    scenario,
    agendaKey: agenda?.key ?? 'none',
    settings: { ...plainSettings, rounds: [{ tension: agenda?.plays[0] ?? 'none', seconds: null }], roomCount: 2 },
    nameRoom: (number) => `Table ${number}`,
    doorOpen: true,
  })
  return { ...made, roomId: made.roomIds[0] ?? '' }
}

async function page(at: string, cookie: string): Promise<string> {
  const answer = await fetch(server.url + at, { headers: { cookie }, redirect: 'manual' })
  expect(answer.status, at).toBe(200)
  return plain(await answer.text())
}

/** A page with quotes and signs unescaped, because its payload escapes them in another way than its markup. */
const plain = (html: string) =>
  html.replaceAll('\\"', '"').replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const builtIn = textsOf(chinaGap())
const shownOf = (text: string, of: readonly string[]) => of.filter((each) => text.includes(each))

/** A development that rests on a paragraph of the source, and what that paragraph says in the scenario's own words. */
function anchoredNews({ injects, paragraphs }: Scenario): { key: string; gist: string } {
  for (const { key, anchors } of injects) {
    const paragraph = paragraphs.find(({ id }) => anchors.includes(id))
    if (paragraph) return { key, gist: paragraph.gist }
  }
  throw new Error('No development rests on the source.')
}

test.for([
  ['of another key', lake],
  ['of the built-in key, made before its texts were changed', older],
  ['of five other parties', fiveShores()],
] as const)('an activity with a scenario %s shows its own copy on every page', async ([, scenario]) => {
  const made = await givenSeminar(scenario)
  const student = await givenStudent({ code: made.code } as Class, 'Mei Castellano')
  const chair = chairActor(instructor.id)
  const { key, gist } = anchoredNews(scenario)
  const teller = await Teller.open(roomId.parse(made.roomId), Date.now() + 3_600_000)
  await teller.goesTo('caucus', chair).does(chair, { type: 'sendInject', key }).saves()
  const own = {
    desk: [],
    stage: [scenario.debriefQuestions[0]?.ask],
    marks: [],
    transcript: [gist],
    debrief: [gist, scenario.debriefQuestions[0]?.ask],
    replay: [gist],
  }
  for (const [name, texts] of Object.entries(own)) {
    const text = await page(`/rooms/${made.roomId}/${name}`, chairCookie)
    expect(shownOf(text, builtIn), name).toEqual([])
    for (const each of texts) expect(text.includes(each ?? 'nothing to look for'), `${name}: ${each}`).toBe(true)
  }
  const room = await page(`/rooms/${student.roomId}`, student.cookie)
  expect(shownOf(room, builtIn)).toEqual([])
  expect(room.includes(gist)).toBe(true)
  for (const name of ['lobby', 'wall', 'gradebook']) {
    expect(shownOf(await page(`/activities/${made.activityId}/${name}`, chairCookie), builtIn), name).toEqual([])
  }
})

test('both wizards offer what is on the shelf, and draw up the one that is chosen', async () => {
  for (const wizard of ['new-seminar', 'new-homework']) {
    const at = `/courses/${courseId}/${wizard}`
    const first = await page(`${at}?step=1`, chairCookie)
    for (const { title } of [chinaGap(), lake]) expect(first.includes(title), `${wizard}: ${title}`).toBe(true)
    for (const step of [1, 2, 3, 4]) {
      const text = await page(`${at}?scenario=a-lake&step=${step}`, chairCookie)
      // The first step lists the other scenarios by title.
      expect(
        // What an agenda asks in words is what any page says of it.
        shownOf(text, builtIn).filter((each) => each !== chinaGap().title && !/^1 vote /.test(each)),
        `${wizard}, step ${step}`,
      ).toEqual([])
    }
    expect((await page(`${at}?scenario=a-lake&step=1`, chairCookie)).includes('Lakeword')).toBe(true)
  }
})

test('a copy that cannot be read leaves a page without its texts', async () => {
  const made = await givenSeminar(lake)
  const { activityId } = made
  await database().activity.update({ where: { id: activityId }, data: { scenario: { paragraphs: [{ id: 'E1.1' }] } } })
  expect(await readScenarioTexts(activityId)).toEqual({ paragraphs: [], debriefQuestions: [] })
  expect((await page(`/rooms/${made.roomId}/debrief`, chairCookie)).includes(lake.debriefQuestions[0]?.ask ?? '')).toBe(
    false,
  )
})

test('a copy that was kept before scenarios had a version shows the texts it was made with', async () => {
  const made = await givenSeminar(lake)
  const kept = JSON.parse(JSON.stringify(readFrozen('v1', 'scenario')))
  await database().activity.update({ where: { id: made.activityId }, data: { scenario: kept } })
  const { paragraphs, debriefQuestions } = await readScenarioTexts(made.activityId)
  expect(paragraphs.map(({ gist }) => gist)).toEqual(kept.paragraphs.map(({ gist }: { gist: string }) => gist))
  expect(debriefQuestions).toEqual(kept.debriefQuestions)
  expect((await readRubric(made.activityId)).criteria).toEqual(kept.rubric.criteria)
})
