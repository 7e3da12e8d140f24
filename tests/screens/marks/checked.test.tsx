// A check is pinned to what it checks (rule B4): whoever reads the entry reads of it there, on a page, in print and in each file.
import { expect, test } from 'vitest'
import { paragraphs } from '#simulation/reading/log/transcript'
import { RecordLine } from '../../../app/_record/record-line'
import { transcriptDocx } from '../../../app/rooms/[roomId]/transcript/exports/transcript-docx'
import { transcriptMarkdown } from '../../../app/rooms/[roomId]/transcript/exports/transcript-markdown'
import { transcriptCsv } from '../../../app/rooms/[roomId]/transcript/transcript-csv'
import { AMARA, CHAIR, DAIKI, HANA, statement } from '../../support/cast'
import { unzipped } from '../../support/files/unzipped'
import { given } from '../../support/given'
import { translate } from '../../support/translate'
import { markup } from '../drawn-screens'

const words = { t: translate('transcript'), record: translate('record') }

/** A statement that was checked twice, a turn without words that was checked once, and a statement that nobody checked. */
function checked() {
  const room = given().enters('floor')
  room.does(CHAIR, { type: 'giveTask', seat: 'observer.1', task: 'fact-checker' })
  room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }).does(AMARA, statement('Since 2010.'), 5)
  const said = room.state.record.length
  room.does(AMARA, statement('Nobody checks this.'), 6).does(AMARA, { type: 'yieldFloor', to: null }, 7)
  room.does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }, 10).does(DAIKI, { type: 'yieldFloor', to: null }, 40)
  const turn = room.state.record.length
  const check = { type: 'checkStatement', text: 'It says 2014.', source: 'E1.1' } as const
  room.does(HANA, { ...check, entry: said, finding: 'does-not-hold' }, 41)
  room.does(HANA, { ...check, entry: said, finding: 'cannot-be-told' }, 42)
  room.does(HANA, { ...check, entry: turn, finding: 'holds' }, 43)
  return { state: room.state, said, turn, first: turn + 1 }
}
const { state, said, turn, first } = checked()
const all = paragraphs(state)

test.each([false, true])('B4 on a page the entry leads to each check of it; on paper (%s) it names them', (still) => {
  const about = { plan: state.plan, displayNames: {}, still }
  const drawn = (no: number) => {
    const paragraph = all.find((each) => each.no === String(no))
    return paragraph ? markup(<RecordLine paragraph={paragraph} about={about} />) : ''
  }
  expect(drawn(said)).toContain(`<a href="#e${first}">checked in ${first}: does not hold</a>`)
  expect(drawn(said)).toContain(`<a href="#e${first + 1}">checked in ${first + 1}: cannot be told</a>`)
  expect(drawn(turn)).toContain(`<a href="#e${first + 2}">checked in ${first + 2}: holds</a>`)
  expect(drawn(said + 1)).not.toContain('checked in')
})

test('B4 in a Markdown file, a document and a table the entry names each check of it', async () => {
  const about = { plan: state.plan, displayNames: {}, timeZone: 'UTC', locale: 'en-GB', words }
  const head = { forWhom: 'For the class', title: 'T', lines: [], foot: '' }
  const parts = unzipped(Buffer.from(await transcriptDocx(all, head, about)))
  const files = [
    transcriptMarkdown(all, head, about),
    transcriptCsv(all, head, about),
    parts.get('word/document.xml') ?? '',
  ]
  for (const file of files) {
    for (const told of [`${first}: does not hold`, `${first + 1}: cannot be told`, `${first + 2}: holds`])
      expect(file.split(`checked in ${told}`), told).toHaveLength(2)
  }
})
