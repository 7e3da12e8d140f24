// "Now" in words: every task has its asked line, its reason and a title; a signal is given for the floor and for being next alone.
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { phaseNow } from '#simulation/kernel/room-state'
import { nowFor } from '#simulation/reading/now'
import type { Translate } from '../../app/_format/translate'
import messages from '../../app/_messages/en/now.json'
import record from '../../app/_messages/en/record.json'
import { nowWords, titleWords } from '../../app/rooms/[roomId]/now/now-words'
import { tabOfTask } from '../../app/rooms/[roomId]/now/task-screens'
import { signalOf } from '../../app/rooms/[roomId]/now/use-now-signals'
import { AMARA, BEN, CHAIR, CLEO, hand } from '../support/cast'
import { given, instantOf, type Room } from '../support/given'

const failing = {
  onError: (error: Error) => {
    throw error
  },
}
const of = (namespace: string): Translate =>
  createTranslator({ locale: 'en', messages: { now: messages, record }, namespace, ...failing } as never) as never
const teller = { t: of('now'), phases: of('record.phases'), intents: of('record.intents') }

function said(room: Room, who: string, at = 0) {
  const person = personId.parse(who)
  const now = nowFor(room.state, person, instantOf(at))
  const displayNames = { [personId.parse('amara')]: 'Amara Osei' }
  const words = nowWords({ state: room.state, view: { displayNames, now: () => instantOf(at) } }, person, now, teller)
  return { now, ...words, title: titleWords(now, words, false, teller) }
}

describe('now in words', () => {
  test('says office and part, the asked line, and what comes next with what it asks', () => {
    const room = given().enters('caucus')
    expect(said(room, 'amara')).toMatchObject({
      name: 'Secretary of State',
      part: 'United States, head of delegation',
      ask: 'File where Washington opens',
      verb: 'File for Washington',
    })
    expect(said(room, 'ben')).toMatchObject({
      part: 'United States, member',
      ask: 'Propose words to the Secretary of State',
      why: 'Amara Osei files for Washington.',
    })
    const words = { value: 0, text: 'As this office sees it.', redLine: '', anchors: [], guesses: {} }
    for (const round of phaseNow(room.state)?.files?.rounds ?? [])
      room.does(CLEO, { type: 'draftPosition', round, stage: 'opening', ...words }, 1)
    expect(said(room, 'cleo', 2)).toMatchObject({
      ask: 'Nothing more is asked: the Secretary of State has your proposal',
      verb: null,
    })
    expect(said(room, 'ben', 2)).toMatchObject({
      ask: 'Nothing more is asked: Secretary of Defense has proposed words',
      verb: 'Read the proposal',
    })
    expect(said(room, 'hana')).toMatchObject({ part: 'Observer, no delegation', verb: null })
    expect(said(room, 'amara').next).toMatch(/^Round 1 of 2 · Reveal at \d\d:\d\d: you open, 2:00$/)
  })

  test('the title says the floor, the next opening and the place in the queue before anything else', () => {
    const room = given().enters('reveal')
    expect(said(room, 'amara').title).toBe('You open next')
    room.enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    room.does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }).does(AMARA, hand(), 1).does(BEN, hand('question'), 2)
    expect(said(room, 'daiki', 3).title).toBe('You have the floor')
    expect(said(room, 'ben', 3)).toMatchObject({ title: 'Your hand is up, 2nd', ask: 'You are second in the queue' })
    expect(said(room, 'ben', 3).why).toMatch(/^With: question\. In about \d minutes?\.$/)
    room.does(CHAIR, { type: 'pauseClock' }, 4)
    expect(said(room, 'ben', 5)).toMatchObject({
      title: 'Paused',
      next: 'goes on when your instructor starts the clock',
    })
  })

  test('every phase has words for a head, a member and an observer, and each asked line of a tab has its tab', () => {
    const kinds = [
      'briefing',
      'caucus',
      'reveal',
      'openings',
      'floor',
      'negotiation',
      'ballot',
      'debrief',
      'reflection',
    ]
    for (const kind of kinds as Parameters<Room['enters']>[0][])
      for (const who of ['amara', 'ben', 'hana', 'ivo']) {
        const { now, ask, why, what } = said(given().enters(kind), who)
        expect(
          [ask, why, what].every((text) => text.length > 3 && !text.includes('{')),
          `${kind} ${who}`,
        ).toBe(true)
        if (now.asks && now.who.kind !== 'unseated') expect(tabOfTask(now.task, false), `${kind} ${who}`).not.toBeNull()
      }
  })

  test('a signal is given when the floor is mine, when I open next and when I am next, and not otherwise', () => {
    const signal = (room: Room, who: string) => signalOf(nowFor(room.state, personId.parse(who), instantOf(0)))
    expect(signal(given().enters('reveal'), 'amara')).toBe('openNext')
    expect(signal(given().enters('reveal'), 'ben')).toBeNull()
    const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    room.does(AMARA, hand()).does(BEN, hand())
    expect([signal(room, 'amara'), signal(room, 'ben')]).toEqual(['next', null])
    room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    expect([signal(room, 'amara'), signal(room, 'ben')]).toEqual(['floor', 'next'])
  })
})
