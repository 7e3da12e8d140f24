// What came of asking the other sides on the debrief page (D15) and in every file, and what of it is evidence of a mark.
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { paragraphs } from '#simulation/reading/log/transcript'
import { evidenceFor } from '#simulation/reading/marks/evidence'
import type { RoomState } from '#simulation/state/room-state'
import common from '../../app/_messages/en/common.json'
import debrief from '../../app/_messages/en/debrief.json'
import record from '../../app/_messages/en/record.json'
import ui from '../../app/_messages/en/ui.json'
import { CasesSection } from '../../app/rooms/[roomId]/debrief/cases-section'
import { transcriptDocx } from '../../app/rooms/[roomId]/transcript/exports/transcript-docx'
import { transcriptMarkdown } from '../../app/rooms/[roomId]/transcript/exports/transcript-markdown'
import { transcriptCsv } from '../../app/rooms/[roomId]/transcript/transcript-csv'
import { AMARA, closing, DAIKI, files, opening, smallSeminar, statement } from '../support/cast'
import { readDocxRecord } from '../support/files/docx-record'
import { readMarkdownRecord } from '../support/files/markdown-record'
import { given, type Room } from '../support/given'
import { translate } from '../support/translate'

const CASE = 'We are nearest, so we pay first.'

/** Washington asks Tokyo, is answered, guesses nearer than before, says its case, and has three of five for it. */
function played(): Room {
  const room = given(smallSeminar({ cases: true })).enters('caucus')
  room
    .does(AMARA, files({ ...opening(1), guesses: { jp: 2 } }))
    .does(DAIKI, files(opening(0)))
    .enters('cases')
  room.does(AMARA, {
    ...{ type: 'makeStatement', text: 'What would you never sign?', intent: 'question', to: 'jp' },
    ...{ answers: null, anchors: [] },
  })
  room.does(DAIKI, statement('A promise that others keep for us.', room.state.record.length))
  room.does(AMARA, { type: 'guessAgain', of: 'jp', value: 0 }).does(AMARA, { type: 'stateCase', of: 'jp', text: CASE })
  room.does(DAIKI, { type: 'scoreCase', from: 'us', score: 3, missing: 'Our harbours.' })
  return room
    .enters('caucus', 2)
    .does(DAIKI, files(closing(0.5)))
    .enters('debrief')
}

function drawn(state: RoomState): string {
  const back = {
    ...{ room: { id: 'room', name: 'Table 3' }, activity: { id: 'week', title: 'The China gap', broughtAt: null } },
    ...{ course: { title: 'Alliances', timeZone: 'UTC' }, viewer: { kind: 'chair' as const }, steers: true },
    ...{ state, displayNames: {}, spreads: [] },
  }
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      messages={{ common, debrief, record, ui }}
      onError={(error) => {
        throw error
      }}
    >
      <CasesSection back={back} />
    </NextIntlClientProvider>,
  )
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('D15 the debrief says what was asked, guessed, said and scored, and nothing of what was not', () => {
  const page = drawn(played().as({ kind: 'chair' }))
  expect(page).toContain('After the question 1 of 1 guesses came nearer')
  expect(page).toMatch(/The question What would you never sign\? Tokyo’s answer A promise that others keep for us\./)
  expect(page).toMatch(/Guess with the opening \+2\.0; it stood at 0: 2\.0 off/)
  expect(page).toMatch(/Guess after the question 0; it stood at \+0\.5: 0\.5 off/)
  expect(page).toMatch(/3 of 5 What was missing, says Tokyo Our harbours\./)
  expect(page).not.toContain('Beijing')
  expect(drawn(given(smallSeminar({ cases: true })).enters('debrief').state)).toBe('')
})

test('D15 a file tells the case with its guess and the score with what was missing, and both are read back', async () => {
  const { state } = played()
  const entries = paragraphs(state)
  const words = { t: translate('transcript'), record: translate('record') }
  const about = { plan: state.plan, displayNames: {}, timeZone: 'UTC', locale: 'en-GB', words }
  const head = { forWhom: 'For the class', title: 'The China gap', lines: [], foot: '' }
  const markdown = transcriptMarkdown(entries, head, about)
  const document = readDocxRecord(Buffer.from(await transcriptDocx(entries, head, about)))
  for (const read of [readMarkdownRecord(markdown), document]) {
    const wordsOf = (no: string) => read.entries.find((entry) => entry.no === no)?.words
    expect(wordsOf('e-us-jp1')?.endsWith(CASE)).toBe(true)
    expect(wordsOf('e-us-jp2')?.endsWith('Our harbours.')).toBe(true)
  }
  for (const told of [
    'Tokyo’s case, as Washington says it',
    'Washington places Tokyo at 0',
    'Tokyo, on its case as Washington said it: 3 of 5',
  ])
    expect(markdown).toContain(told)
  const table = transcriptCsv(entries, head, about)
  expect(table).toMatch(/Case,.*We are nearest/)
  expect(table).toMatch(/Score of a case,.*Our harbours/)
})

test('a case and a score are evidence of who wrote them, once the debrief has opened them', () => {
  const room = played()
  const offered = (state: RoomState, participantId: string) =>
    evidenceFor(state, { kind: 'student', participantId }, paragraphs(state)).flatMap(({ entry, own }) =>
      own && entry.no.startsWith('e-') ? [entry.no] : [],
    )
  expect(offered(room.state, 'amara')).toEqual(['e-us-jp1'])
  expect(offered(room.state, 'daiki')).toEqual(['e-us-jp2'])
  expect(offered({ ...room.state, unsealedAt: null }, 'amara')).toEqual([])
})
