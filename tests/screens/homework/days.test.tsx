// A record over days says the day with every time, wherever it is read: "16:05" alone could be of any of them.

import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { paragraphs } from '#simulation/reading/log/transcript'
import record from '../../../app/_messages/en/record.json'
import transcript from '../../../app/_messages/en/transcript.json'
import { activityCardOf } from '../../../app/my/activity-card'
import { OwnPage } from '../../../app/my/own-page'
import { transcriptDocx } from '../../../app/rooms/[roomId]/transcript/exports/transcript-docx'
import { transcriptMarkdown } from '../../../app/rooms/[roomId]/transcript/exports/transcript-markdown'
import { AMARA, BEN, votes, type Written } from '../../support/cast'
import { readDocxRecord } from '../../support/files/docx-record'
import { readMarkdownRecord } from '../../support/files/markdown-record'
import { instantOf } from '../../support/given'
import { chinaGap } from '../../support/stories/china-gap'
import { chairScreens, otherScreens, type Played, roomScreens, words } from '../drawn-screens'
import { DAY, givenWeek, HOUR, opensAt, phaseOf } from './given-week'

const position: Written = {
  ...{
    type: 'filePosition',
    round: 'framing',
    stage: 'opening',
    value: 1,
    text: 'We say so aloud.',
    redLine: '',
    guesses: {},
  },
  anchors: ['E1.1'],
}
const opening: Written = {
  ...{ type: 'postStatement', phase: phaseOf('openings'), round: 'framing', text: 'We open.', intent: 'point' },
  ...{ answers: null, anchors: ['E1.1'] },
}

/** A week in which something stands on every screen: talk, a filed position, an opening, a choice of words, ballots and the issued text. */
function playedWeek(): Played {
  const room = givenWeek(opensAt('caucus') + HOUR)
  room.does(BEN, { type: 'speakInCaucus', text: 'Let us say it.' })
  room.does(AMARA, position)
  room.runs(opensAt('openings') + HOUR).does(AMARA, opening)
  room.runs(opensAt('negotiation') + HOUR)
  const [clause] = room.state.clauses
  if (!clause) throw new Error('The week has a text to vote on.')
  room.agrees(clause.key)
  room.runs(opensAt('ballot') + HOUR)
  room.does(AMARA, votes('for', clause.key))
  room.runs(opensAt('reflection') + HOUR)
  const begun = room.rows.flatMap(({ event }, index) => (event.type === 'PhaseStarted' ? [index - 1] : []))
  return { scenario: chinaGap(), rows: room.rows, state: room.state, moments: [...begun, room.rows.length - 1] }
}

/** The times of a text that no day stands before. */
const timesAlone = (text: string): string[] =>
  text
    .replaceAll(/(\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}|\d{4}),? \d\d:\d\d(:\d\d)?/g, '')
    .match(/.{0,40}\b\d\d:\d\d\b/g) ?? []

test('every time in a room of a debate over days has its day', () => {
  const played = playedWeek()
  const { rows, moments } = played
  for (const moment of [...moments, rows.length - 1])
    expect(timesAlone(words(chairScreens(played, moment).desk)), `desk at ${moment}`).toEqual([])
  let times = 0
  for (const moment of moments) {
    for (const [screen, drawn] of Object.entries(roomScreens(played, moment, 'us.state' as never))) {
      const said = words(drawn)
      expect(timesAlone(said), `${screen} at ${moment}`).toEqual([])
      times += said.match(/\d\d:\d\d/g)?.length ?? 0
    }
  }
  expect(times).toBeGreaterThan(20)
})

test('so has every time of a student’s own page, in whatever zone the course is set', () => {
  let times = 0
  for (const courseZone of ['UTC', 'Asia/Tokyo', 'America/New_York'])
    for (const at of [
      -DAY,
      HOUR,
      opensAt('caucus') + 19 * HOUR,
      opensAt('openings') + HOUR,
      opensAt('floor') + HOUR,
      30 * DAY,
    ]) {
      const { state } = givenWeek(at)
      const debate = { state, person: personId.parse('amara'), now: instantOf(at) }
      const about = { roomId: 'room', roomName: 'Room 1', title: 'The week', courseTitle: 'A course', courseZone }
      // The first is drawn large, the second as a row.
      const places = ['one', 'two'].map((activityId) =>
        activityCardOf(
          {
            ...about,
            activityId,
            kind: 'homework',
            instructions: null,
            released: false,
            latePolicy: null,
            beside: [],
          },
          null,
          debate,
          {},
        ),
      )
      const said = words(<OwnPage places={places} serverNow={instantOf(at)} />)
      // The course's hour stands in brackets after the reader's, which has the day.
      expect(timesAlone(said.replaceAll(/(?<= in [\w ]+ \()\d\d:\d\d(?= in )/g, '')), `${courseZone} at ${at}`).toEqual(
        [],
      )
      times += said.match(/\d\d:\d\d/g)?.length ?? 0
    }
  expect(times).toBeGreaterThan(100)
})

test('D8 a student’s own page leads to debrief and replay once the record is unsealed, and not before', () => {
  for (const isUnsealed of [false, true])
    for (const kind of ['homework', 'seminar'] as const) {
      const about = {
        activityId: 'one',
        roomId: 'room',
        roomName: 'Room 1',
        title: 'The week',
        courseTitle: 'A course',
      }
      const room = { status: 'finished' as const, isClosed: false, isUnsealed, seat: null, others: [], plan: undefined }
      const { state } = givenWeek(30 * DAY)
      const debate = kind === 'homework' ? { state, person: personId.parse('amara'), now: instantOf(30 * DAY) } : null
      const place = activityCardOf(
        {
          ...about,
          kind,
          courseZone: 'UTC',
          released: false,
          instructions: null,
          latePolicy: null,
          beside: [],
        },
        room,
        debate,
        {},
      )
      const said = words(<OwnPage places={[place]} serverNow={instantOf(30 * DAY)} />)
      for (const link of ['Debrief', 'Replay']) expect(said.includes(link), `${kind}, ${link}`).toBe(isUnsealed)
    }
})

test('so has every time of its transcript, on the page and in the files that leave', async () => {
  const { state } = playedWeek()
  const read = otherScreens({ scenario: chinaGap(), rows: [], state, moments: [] })
  expect(timesAlone(words(read.transcript))).toEqual([])
  const of = (namespace: 'transcript' | 'record') =>
    createTranslator({ locale: 'en', messages: { transcript, record }, namespace } as never) as never
  const about = {
    ...{ plan: state.plan, displayNames: {}, timeZone: 'UTC', locale: 'en-GB' },
    words: { t: of('transcript'), record: of('record') },
  }
  const entries = paragraphs(state)
  const head = { forWhom: 'For the class', title: 'The week', lines: [], foot: '' }
  const markdown = transcriptMarkdown(entries, head, about)
  expect(timesAlone(markdown)).toEqual([])
  expect(readMarkdownRecord(markdown).entries.map(({ no }) => no)).toEqual(entries.map(({ no }) => no))
  const document = Buffer.from(await transcriptDocx(entries, head, about))
  expect(readDocxRecord(document).entries.map(({ no }) => no)).toEqual(entries.map(({ no }) => no))
})
