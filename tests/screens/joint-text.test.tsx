// What the pages and files say of the joint text: whose reason is whose, who cast no ballot, who signs, what waits next, and what came too late.
import { describe, expect, test } from 'vitest'
import { commandId, type DelegationId, personId } from '#simulation/kernel/ids'
import { clauseThatWaits } from '#simulation/questions/text'
import { paragraphs } from '#simulation/reading/log/transcript'
import { clauseIn, seatHeldBy } from '#simulation/state/room-state'
import { IssuedText } from '../../app/_record/issued-text'
import { ConnectionBanner } from '../../app/_room/connection-banner'
import { beforeJoining, type PendingCommand, type RoomView } from '../../app/_room/link/room-view'
import type { SeatView } from '../../app/_room/link/seat-view'
import { NotPut } from '../../app/rooms/[roomId]/ballot/not-put'
import { ClauseArticle } from '../../app/rooms/[roomId]/communique/clause-article'
import { entryWords } from '../../app/rooms/[roomId]/transcript/entries/entry-words'
import { TranscriptEntry } from '../../app/rooms/[roomId]/transcript/entries/transcript-entry'
import { AMARA, DAIKI, FEN, standsOn, votes, type Written } from '../support/cast'
import { given, type Room } from '../support/given'
import { CN, JP, US } from '../support/stories/sides'
import { translate } from '../support/translate'
import { markup, words } from './drawn-screens'

const choose = (text: DelegationId): Written => standsOn(`${text}-1`)
const keep = (reason: string): Written => ({ type: 'keepBracket', clause: 'common-ground', reason })
const votesFor = votes('for')

/** Washington takes Tokyo's words; Tokyo alone says why the bracket stands. */
const bracketed = () => given().enters('negotiation').does(AMARA, choose(JP)).does(DAIKI, keep('Tokyo says why.'))

function issuedIn(room: Room) {
  const entry = paragraphs(room.state).find(({ kind }) => kind === 'issued')
  if (entry?.kind !== 'issued') throw new Error('Nothing was issued.')
  return entry
}
const page = (room: Room) =>
  words(<IssuedText plan={room.state.plan} clauses={issuedIn(room).clauses} issued="Table 1" />)

function linesOf(room: Room): string[] {
  const about = { plan: room.state.plan, displayNames: {}, timeZone: 'UTC', locale: 'en' }
  return entryWords(issuedIn(room), {
    ...about,
    words: { t: translate('transcript'), record: translate('record') },
  }).under.map(({ text }) => text)
}

describe('the text as issued', () => {
  test('gives a reason to whoever wrote it, and to nobody who shares their words', () => {
    const room = bracketed().enters('ballot').runs(151)
    expect(page(room)).toMatch(/Left standing · +Japan +Tokyo says why\./)
    expect(linesOf(room)).toContainEqual(
      expect.stringMatching(/^In brackets, United States, Japan: .* Reason, Japan: Tokyo says why\.$/),
    )
  })

  test('keeps two reasons for the same words apart', () => {
    const room = bracketed().does(AMARA, keep('Washington says why.')).enters('ballot').runs(151)
    expect(page(room)).toMatch(/United States +Washington says why\..* Japan +Tokyo says why\./)
    expect(linesOf(room)).toContainEqual(
      expect.stringContaining('Reason, United States: Washington says why.; Japan: Tokyo says why.'),
    )
  })

  test('is read with its reasons as they were issued where the clause holds others by now', () => {
    const room = bracketed().enters('ballot').runs(151)
    const entry = issuedIn(room)
    const { state } = given().enters('negotiation')
    const again = paragraphs({ ...room.state, clauses: state.clauses }).find(({ kind }) => kind === 'issued')
    expect(entry.clauses[0]?.standing[0]?.reasons).toEqual([{ by: [JP], words: 'Tokyo says why.' }])
    expect(again).toMatchObject({
      clauses: [{ standing: [{ reasons: [{ by: [US, JP], words: 'Tokyo says why.' }] }, {}] }, {}],
    })
  })

  test('says who cast no ballot, and is signed by nobody where nothing passed', () => {
    const none = bracketed().enters('ballot').runs(151)
    expect(page(none)).toContain('What three delegations did not agree')
    expect(page(none)).toContain('The bracket was open, so the words were not put to the vote.')
    expect(page(none)).toContain('No clause was agreed, so nobody signs.')
    expect(page(none)).not.toContain('for Washington')
    expect(linesOf(none)).toContain('Not agreed. Not put to the vote: the bracket was open.')
    const passed = given()
      .agrees('common-ground')
      .enters('ballot')
      .does(AMARA, votesFor)
      .does(DAIKI, votesFor)
      .runs(151)
    expect(page(passed)).toContain('Joint statement of Washington and Tokyo')
    expect(page(passed)).toMatch(/Agreed by Washington and Tokyo\. +Beijing did not vote\./)
    expect(page(passed)).toContain('for Washington')
    expect(page(passed)).not.toContain('for Beijing')
    expect(page(passed)).toMatch(/The scenario wrote every agreed word/)
    expect(linesOf(passed)).toContain('Agreed. Votes: United States for, Japan for; no ballot: China')
  })
})

const waits = (status: PendingCommand['status']): PendingCommand[] => [
  {
    id: commandId.parse('c-cut-off-1'),
    command: { type: 'keepBracket', clause: 'gap', reason: 'Cut off.' },
    at: 0,
    status,
  },
]
const refused = waits({ kind: 'refused', reason: 'wrong-phase' })

function viewOf(room: Room, waiting: readonly PendingCommand[]): RoomView {
  return { ...beforeJoining, state: room.state, connection: { kind: 'live' }, waiting }
}

describe('a reason that the room does not have', () => {
  const placeOf = (room: Room, waiting: readonly PendingCommand[]) => {
    const { state } = room
    const person = personId.parse('fen')
    const seat = seatHeldBy(state, person)
    const now = clauseIn(state, 'gap')
    if (!seat || !now) throw new Error('Fen sits, and the gap is a clause.')
    const at: SeatView = {
      ...{ roomId: 'room', state, essay: [], courseZone: 'UTC', person, seat, delegation: seat.delegation, acts: true },
      ...{ view: viewOf(room, waiting), about: { plan: state.plan, displayNames: {}, own: person } },
    }
    return { at, clause: now }
  }
  const clause = (room: Room, waiting: readonly PendingCommand[]) =>
    words(<ClauseArticle {...placeOf(room, waiting)} number={2} />)

  test('stands at its clause while it is on its way, and once it is refused', () => {
    const room = given().enters('negotiation')
    expect(clause(room, waits({ kind: 'sending' }))).toContain('On its way: “Cut off.”')
    expect(clause(room, waits({ kind: 'refused', reason: 'not-the-head' }))).toMatch(
      /head of your delegation does this.*Send again/,
    )
  })

  test('is told with its words on every page once the negotiation is over, and not before', () => {
    const banner = (room: Room) => markup(<ConnectionBanner view={viewOf(room, refused)} roomId="room" />)
    expect(banner(given().enters('negotiation'))).toBe('')
    const over = banner(given().enters('ballot').runs(151))
    expect(over).toContain('Your reason in “The gap, admitted” is not on the record.')
    expect(over).toContain('“Cut off.”')
    for (const button of ['Copy', 'Send again', 'Let it go']) expect(over).toContain(button)
  })

  test('stands at its clause while the vote runs, where it can be sent again', () => {
    const room = given().enters('ballot')
    expect(markup(<ConnectionBanner view={viewOf(room, refused)} roomId="room" />)).toBe('')
    expect(words(<NotPut {...placeOf(room, refused)} />)).toMatch(/Send again/)
    const clean = given().agrees('gap').enters('ballot')
    expect(markup(<ConnectionBanner view={viewOf(clean, refused)} roomId="room" />)).toContain('is not on the record.')
  })

  test('is not said to be recorded when the page is back', () => {
    const t = translate('room.connection')
    expect(t('backSafe', { count: 0, refused: 0 })).toContain('Everything you sent is recorded')
    expect(t('backSafe', { count: 0, refused: 1 })).toContain('One thing was not recorded: it waits')
  })
})

test('the way to the next clause leads past those that a delegation leaves standing', () => {
  const room = bracketed()
  const next = (of: DelegationId | null) => clauseThatWaits(room.state, of)?.key
  expect([US, JP, CN, null].map(next)).toEqual(['common-ground', 'gap', 'common-ground', 'common-ground'])
  room.does(AMARA, choose(US)).does(DAIKI, choose(US)).does(FEN, choose(US))
  expect(next(US)).toBe('gap')
  room.does(AMARA, { type: 'keepBracket', clause: 'gap', reason: 'Why.' })
  expect(next(US)).toBeUndefined()
})

test('a version stands in the transcript and in every file with what it changes, word by word, and from which entry it is', () => {
  const room = given().enters('negotiation')
  const [first] = clauseIn(room.state, 'gap')?.versions ?? []
  const text = `${first?.words ?? ''} Sixty days, not thirty.`
  room.does(AMARA, { type: 'putForward', clause: 'gap', words: text, from: 'us-1', cites: '1', drafter: null })
  const entry = paragraphs(room.state).at(-1)
  if (entry?.kind !== 'version') throw new Error('Washington put words forward.')
  const about = { plan: room.state.plan, displayNames: {}, timeZone: 'UTC', locale: 'en' }
  const page = words(<TranscriptEntry entry={entry} about={about} beside={undefined} roomName="Table 1" />)
  expect(page).toMatch(/Against what it began from: .* added: +Sixty days, not thirty\./)
  expect(page).toContain('from entry 1')
  const file = entryWords(entry, { ...about, words: { t: translate('transcript'), record: translate('record') } })
  expect(file.under.map((line) => line.text)).toEqual([expect.stringMatching(/\[\+.*Sixty days, not thirty\.\]$/)])
  expect(file.meta).toContainEqual({ text: 'from entry 1', to: 1 })
})

test.each([
  {
    ...{ heading: '対話の窓口', first: '三者は、対話の窓口を常に開いておく。' },
    second: '三者は、対話の窓口を毎月点検して開いておく。',
    reads: /三者は、対話の窓口を +JP +Japan +常に +CN +China +毎月点検して +開いておく。/,
  },
  {
    ...{ heading: '沟通渠道', first: '三方保持沟通渠道畅通，并定期测试。' },
    second: '三方保持沟通渠道畅通，并每月公布测试结果。',
    reads: /三方保持沟通渠道畅通，并 +JP +Japan +定期测试。 +CN +China +每月公布测试结果。/,
  },
])(
  'the bracket of a clause stands right on screen in another script: $heading',
  ({ heading, first, second, reads }) => {
    const room = given().enters('negotiation')
    room.does(DAIKI, { type: 'bringInClause', ...{ heading, name: heading, tension: null, words: first } })
    room.does(FEN, {
      type: 'putForward',
      ...{ clause: 'jp.1', words: second, from: 'jp-1', cites: null, drafter: null },
    })
    const { state } = room
    const person = personId.parse('amara')
    const seat = seatHeldBy(state, person)
    const clause = clauseIn(state, 'jp.1')
    if (!seat || !clause) throw new Error('Amara sits, and Tokyo brought in a clause.')
    const at: SeatView = {
      ...{ roomId: 'room', state, essay: [], courseZone: 'UTC', person, seat, delegation: US, acts: true },
      ...{ view: viewOf(room, []), about: { plan: state.plan, displayNames: {}, own: person } },
    }
    expect(words(<ClauseArticle at={at} clause={clause} number={3} />)).toMatch(reads)
  },
)
