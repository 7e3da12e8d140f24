/** Of what another side says neither the moment nor the number (R6), nor a byte, reaches a page; the numbers come with the next row that it hears. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { deliveries, keyOf } from '#server/live/pages/fan-out'
import { chairActor, commandId, personId } from '#simulation/kernel/ids'
import { inSeat, type Viewer } from '#simulation/kernel/viewer'
import { mayHear } from '#simulation/secrecy/may-hear'
import { isRedacted, type VisibleRow } from '#simulation/secrecy/visible-row'
import type { Audience, Recorded } from '#simulation/shapes/record'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { shown, viewOf } from '../../support/stories/heard'
import { JP, US } from '../../support/stories/sides'
import { type Class, givenClass, givenHouse, givenPage, givenSeated, seat } from './given/given-classroom'
import { accepted, newId, type Page } from './given/given-page'

const opened = givenHouse()
const CANARY = 'a-canary-of-one-side'
const PRIVATE: readonly string[] =
  'ReadingChecked KnowledgeAnswered StrategyWritten CaseGuessed CaseStated CaseScored'.split(' ')
const types = (page: Page): readonly string[] => page.readable.map(({ event }) => event.type)

describe('a spy beside another side’s caucus', () => {
  let of: Class
  let chair: Page
  let stage: Page
  let washington: Page
  let spy: Awaited<ReturnType<typeof givenSeated>>

  beforeAll(async () => {
    const house = opened.now()
    of = await givenClass({ understudies: false })
    chair = await givenPage(house, of.chairCookie, of.roomId)
    stage = await givenPage(house, of.chairCookie, of.roomId, 'stage')
    washington = await givenSeated(house, of, 'Mei', 'us.state')
    spy = await givenSeated(house, of, 'Yuki', 'jp.pm')
    const seq = accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
    await chair.hears(seq)
    await settled(stage, washington, spy)
  })

  /** Resolves once everything sent to these pages so far has arrived. */
  const settled = (...pages: Page[]) => Promise.all(pages.map((page) => page.now()))
  const whisper = async (text: string) => {
    const seq = accepted(await washington.submit(of.roomId, { type: 'speakInCaucus', text }))
    await Promise.all([washington.hears(seq), chair.hears(seq)])
    await settled(spy, stage)
    return seq
  }

  test('R6 nothing at all is told at the moment of the words, to a page and a stage that follow and to one that comes in', async () => {
    const before = { spy: spy.seq, told: spy.told.length, stage: stage.told.length }
    for (const words of ['one', 'two', 'three']) await whisper(words)
    expect({ spy: spy.seq, told: spy.told.length, stage: stage.told.length }).toEqual(before)
    const again = await givenPage(opened.now(), spy.student.cookie, of.roomId)
    expect(again.seq).toBe(before.spy)
    expect(await again.join(of.roomId, 'self', again.last)).toMatchObject({ ok: true, from: before.spy, rows: [] })
    // A page that joins from a row it cannot know learns nothing from the answer, even if it knows the row's command.
    for (const after of [washington.last, { ...washington.last, commandId: newId() }])
      expect(await again.join(of.roomId, 'self', after)).toMatchObject({ ok: true, from: 0 })
    expect(again.seq).toBe(before.spy)
    again.socket.disconnect()
  })

  test('R6 who sends a command is told of its rows the last that they hear', async () => {
    const { student } = await givenSeated(opened.now(), of, 'Amara', 'us.treasury')
    const amara = await givenPage(opened.now(), student.cookie, of.roomId)
    const asked = newId()
    const before = accepted(await amara.submit(of.roomId, { type: 'speakInCaucus', text: 'Before I go.' }, asked))
    expect(await amara.submit(of.roomId, { type: 'speakInCaucus', text: 'Before I go.' }, asked)).toEqual({
      ok: true,
      seq: before,
    })
    const { person } = spy
    accepted(await chair.submit(of.roomId, { type: 'placePerson', person, seat: seat('cn.foreign') }))
    const again = await givenPage(opened.now(), spy.student.cookie, of.roomId)
    // The command of a row that the other seat alone hears, asked for again by whoever knows its id.
    expect(await again.submit(of.roomId, { type: 'speakInCaucus', text: 'Mine?' }, asked)).toEqual({ ok: true, seq: 0 })
  })
})

test('W2 W3 V3 E4 E5 E6 what an office prepares, what a person answers and what two sides say of each other reach neither a third side nor a stage', async () => {
  // Two, so that a floor debate comes before the text.
  const rounds = ['framing', 'regional-order'].map((tension) => ({ tension, seconds: null }))
  const of = await givenClass({ understudies: false, learning: true, cases: true, rounds })
  const chair = await givenPage(opened.now(), of.chairCookie, of.roomId)
  const stage = await givenPage(opened.now(), of.chairCookie, of.roomId, 'stage')
  const washington = await givenSeated(opened.now(), of, 'Mei', 'us.state')
  const tokyo = await givenSeated(opened.now(), of, 'Yuki', 'jp.pm')
  const spy = await givenSeated(opened.now(), of, 'Jiayi', 'cn.foreign')
  const submits = async (page: Page, command: ClientCommand) => {
    await chair.hears(accepted(await page.submit(of.roomId, command)))
  }
  const goTo = async (kind: string) => {
    while (chair.state.plan.phases[chair.state.agenda.index]?.kind !== kind) {
      const { status, index } = chair.state.agenda
      const ends = { type: 'endPhase', index } as const
      await submits(chair, status === 'running' ? ends : { type: 'startPhase', index: index + 1 })
    }
  }
  const sheet = { aim: CANARY, canSpare: CANARY, noDeal: CANARY, theySay: { [JP]: CANARY }, question: CANARY }
  await submits(washington, { type: 'checkReading', question: 0, knew: false })
  await submits(washington, { type: 'answerKnowledge', item: 0, option: 1 })
  await goTo('briefing')
  await submits(washington, { type: 'writeStrategy', ...sheet })
  await goTo('cases')
  const question = { type: 'makeStatement', intent: 'question', answers: null, to: JP } as const
  await submits(washington, { ...question, text: 'What would you never sign?', anchors: [] })
  await submits(washington, { type: 'guessAgain', of: JP, value: 1.5 })
  await submits(washington, { type: 'stateCase', of: JP, text: CANARY })
  await submits(tokyo, { type: 'scoreCase', from: US, score: 2, missing: CANARY })
  await submits(chair, { type: 'nudge', to: 'room', text: 'Go on.' })
  expect(types(chair)).toEqual(expect.arrayContaining([...PRIVATE]))
  for (const page of [chair, tokyo]) expect(page.bytes).toContain(CANARY)
  for (const page of [spy, stage]) {
    await page.hears(chair.seq)
    expect(page.bytes).not.toContain(CANARY)
    expect(types(page).filter((type) => PRIVATE.includes(type))).toEqual([])
  }
})

describe('what is told of any log', () => {
  const mei = personId.parse('mei')
  const AUDIENCES: readonly Audience[] = [
    'everyone',
    'instructor',
    { seats: [seat('us.state')], opens: 'at-debrief' },
    { seats: [seat('jp.pm')], opens: 'never' },
    { person: mei },
  ]
  const VIEWERS: readonly Viewer[] = [
    { kind: 'chair' },
    { kind: 'stage' },
    inSeat(mei, seat('us.state')),
    inSeat(personId.parse('yuki'), seat('jp.pm')),
    inSeat(personId.parse('ivo'), null),
  ]
  const viewers = new Map(VIEWERS.map((viewer) => [keyOf(viewer), viewer]))
  const row = (seq: number, audience: Audience): Recorded => ({
    ...{ seq, at: seq, by: chairActor('chair'), commandId: commandId.parse(`command-${seq}`), audience },
    event: { type: 'CaucusSpoken', no: `us${seq}`, seat: seat('us.state'), delegation: US, text: 'Said.' },
  })

  test('R6 L3 every viewer is told the log number by number up to the last row that they hear, and nothing when they hear nothing', () => {
    const seen = { commits: 0, held: 0 }
    const commit = fc.array(fc.constantFrom(...AUDIENCES), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(commit, { minLength: 1, maxLength: 40, size: 'max' }), (commits) => {
        const log: Recorded[] = []
        const heard = new Map([...viewers.keys()].map((key): [string, VisibleRow[]] => [key, []]))
        for (const audiences of commits) {
          const rows = audiences.map((audience, index) => row(log.length + 1 + index, audience))
          log.push(...rows)
          for (const { keys, rows: told } of deliveries(shown(log), shown(rows), viewers, false))
            for (const key of keys) {
              expect(told.every(isRedacted)).toBe(false)
              heard.get(key)?.push(...told)
            }
          seen.commits += 1
          for (const [key, viewer] of viewers) {
            const own = heard.get(key) ?? []
            // A page that joins now gets the same.
            expect(own).toEqual(viewOf(log, viewer, false))
            expect(own.length).toBe(log.findLastIndex((each) => mayHear(each, viewer, false)) + 1)
            seen.held += log.length - own.length
          }
        }
      }),
      { seed: 20260112, numRuns: 200 },
    )
    expect(seen.commits).toBeGreaterThan(2000)
    expect(seen.held).toBeGreaterThan(2000)
  })
})
