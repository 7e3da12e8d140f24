// Which entries of the record can start words for a clause, with which words, and what becomes of these (rule Q24).
import { describe, expect, test } from 'vitest'
import { maskedLog } from '#simulation/engine/masked-log'
import { redactedRows } from '#simulation/engine/redaction'
import { GAP } from '#simulation/kernel/gaps'
import { openMotion } from '#simulation/questions/motions'
import { startsFrom } from '#simulation/reading/homework/starts'
import { paragraphs } from '#simulation/reading/log/transcript'
import { authorsOf } from '#simulation/reading/text/authorship'
import { clauseIn } from '#simulation/state/room-state'
import { AMARA, BEN, CHAIR, DAIKI, FEN, hand, statement, type Written } from '../../../support/cast'
import { given, type Room } from '../../../support/given'
import { JP } from '../../../support/stories/sides'

/** Beijing says something with the floor of the negotiation. */
function said(text: string): Room {
  const room = given().enters('negotiation').does(FEN, hand()).runs(5)
  if (room.state.floor.holder === null) room.does(CHAIR, { type: 'grantFloor', seat: 'cn.foreign' })
  return room.does(FEN, statement(text))
}
const newest = (room: Room): string => room.state.record.last()?.no ?? ''
const startsOf = (room: Room, no = newest(room)) => {
  const paragraph = paragraphs(room.state).find((each) => each.no === no)
  return paragraph ? startsFrom(room.state, paragraph) : []
}
const put = (words: string, cites: string | null): Written => ({
  type: 'putForward',
  ...{ clause: 'common-ground', words, from: null, cites, drafter: null },
})

describe('what an entry can start', () => {
  test('Q24 a statement starts words in every clause that may still change, and a long one with its first words', () => {
    const room = said('Notice comes sixty days ahead.')
    expect(startsOf(room).map(({ clause, words, from }) => [clause.key, words, from])).toEqual([
      ['common-ground', 'Notice comes sixty days ahead.', null],
      ['gap', 'Notice comes sixty days ahead.', null],
    ])
    const long = said(`${'Nine words are said here over and over again. '.repeat(30)}`)
    const [start] = startsOf(long)
    expect(start?.words.length).toBeLessThanOrEqual(600)
    expect(start?.words).toMatch(/^Nine words are said .*(?:said|here|over|and|again)\.?$/)
    room.agrees('gap')
    for (const head of [AMARA, DAIKI, FEN]) room.does(head, { type: 'initialClause', clause: 'gap' })
    const no = paragraphs(room.state).find(({ kind }) => kind === 'statement')?.no
    expect(startsOf(room, no).map(({ clause }) => clause.key)).toEqual(['common-ground'])
  })

  test('Q24 nothing starts from what was withdrawn, taken off, said in private, or once the talks on the text are over', () => {
    const withdrawn = said('We withdraw this.')
    const no = newest(withdrawn)
    withdrawn.does(FEN, { type: 'withdrawStatement', entry: Number(no), reason: null })
    expect(startsOf(withdrawn, no)).toEqual([])
    const struck = said('Their word is a lie.')
    const entry = newest(struck)
    struck.does(CHAIR, { type: 'strikeWords', entry, words: 'all', reason: 'not-fit' })
    expect(startsOf(struck, entry)).toEqual([])
    const room = said('Sixty days.')
    room.does(BEN, { type: 'speakInCaucus', text: 'Say thirty.' })
    expect(startsOf(room, 'us1')).toEqual([])
    const late = newest(room)
    expect(startsOf(room.enters('ballot'), late)).toEqual([])
  })

  test('Q24 M5 nothing starts in a clause on which the debate is closed, and nothing is put forward by a number written otherwise', () => {
    const room = said('Sixty days.')
    const no = newest(room)
    room.does(AMARA, { type: 'moveMotion', moved: { kind: 'close', clause: 'gap' }, words: null })
    room.does(CHAIR, { type: 'ruleMotion', motion: openMotion(room.state)?.no ?? 0, carried: true })
    expect(startsOf(room, no).map(({ clause }) => clause.key)).toEqual(['common-ground'])
    for (const cites of ['0', `0${no}`, '999']) room.when(DAIKI, put('Sixty days.', cites)).isRefused('no-such-entry')
    room.when(DAIKI, put('Sixty days.', no)).isAllowed()
  })

  test('Q24 an accepted offer starts with the words to which a side moved, in that clause alone', () => {
    const room = given().enters('negotiation')
    room.does(AMARA, {
      type: 'makeOffer',
      ...{ to: JP, words: null, counters: null },
      ...{ ours: [{ clause: 'common-ground', version: 'jp-1' }], theirs: [{ clause: 'gap', version: 'us-1' }] },
    })
    room.does(DAIKI, { type: 'answerOffer', no: 'o-us-jp1', accept: true })
    expect(startsOf(room).map(({ clause, words, from }) => [clause.key, words, from])).toEqual([
      ['common-ground', clauseIn(room.state, 'common-ground')?.versions[1]?.words, 'jp-1'],
      ['gap', clauseIn(room.state, 'gap')?.versions[0]?.words, 'us-1'],
    ])
  })

  test('Q24 words of another side count for the side that puts them forward, which names the entry', () => {
    const room = said('Notice comes sixty days ahead.')
    const no = newest(room)
    room.does(DAIKI, put('Notice comes sixty days ahead.', no))
    const clause = clauseIn(room.state, 'common-ground')
    const version = clause?.versions.at(-1)
    if (!clause || !version) throw new Error('Tokyo put words forward.')
    expect(version).toMatchObject({ id: 'jp-2', by: JP, cites: no })
    expect(authorsOf(clause, version).map(({ author }) => author)).toContainEqual({
      ...{ kind: 'people', side: JP, seat: 'jp.pm', cites: no },
    })
  })

  test('Q24 K2 words that are taken off an entry are off the words that took them over, and come back with them', () => {
    const room = said('They are liars, all of them.')
    const no = newest(room)
    room.does(AMARA, put('We note that they are liars, all of them.', null))
    room.does(DAIKI, put('They are liars, all of them.', no))
    const words = () => clauseIn(room.state, 'common-ground')?.versions.map((version) => version.words) ?? []
    room.does(CHAIR, { type: 'strikeWords', entry: no, words: 'all', reason: 'not-fit' })
    expect(words().at(-1)).not.toContain('liars')
    expect(words().at(-2)).toContain('liars')
    room.does(CHAIR, { type: 'putWordsBack', entry: no, reason: 'They were quoted.' })
    expect(words().at(-1)).toBe('They are liars, all of them.')
  })

  test('Q24 K2 all of a strike is off words that took over the first part of a long entry, or changed it, wherever they are issued', () => {
    const room = said('They are liars, all of them, and CANARY has said so. '.repeat(20))
    const no = newest(room)
    const [start] = startsOf(room)
    expect(start?.words.length).toBeLessThan(600)
    room.does(BEN, {
      type: 'draftVersion',
      ...{ clause: 'gap', words: 'CANARY lied.', from: null, cites: no, between: null },
    })
    room.does(DAIKI, put(start?.words ?? '', no)).does(FEN, put('CANARY is said to have lied.', no))
    room.does(AMARA, put('We name nobody.', null)).enters('debrief')
    const shown = () => JSON.stringify(maskedLog(room.rows).rows.map(({ event }) => event))
    expect(JSON.stringify(room.events('CommuniqueIssued'))).toContain('CANARY')
    room.does(CHAIR, { type: 'strikeWords', entry: no, words: 'all', reason: 'names-a-person' })
    expect(shown()).not.toContain('CANARY')
    expect(shown()).toContain('We name nobody.')
    const redacted = redactedRows(room.rows, no, () => 'a'.repeat(64))
    expect(JSON.stringify(room.rows.map((row) => redacted.get(row.seq) ?? row.event))).not.toContain('CANARY')
    room.does(CHAIR, { type: 'putWordsBack', entry: no, reason: 'They were quoted.' })
    expect(shown()).toContain('CANARY is said to have lied.')
    expect(maskedLog(room.rows).rows).toEqual(room.rows)
  })

  test('Q24 T3 what a writer withdraws stays in the words that others began from it, which the chair may strike', () => {
    const room = said('They are liars, all of them.')
    const no = newest(room)
    room.does(DAIKI, put('They are liars, most of them.', no))
    const words = () => clauseIn(room.state, 'common-ground')?.versions.at(-1)?.words
    room.does(FEN, { type: 'withdrawStatement', entry: Number(no), reason: null })
    expect(words()).toBe('They are liars, most of them.')
    const strike = (entry: string): Written => ({ type: 'strikeWords', entry, words: 'all', reason: 'not-fit' })
    room.when(CHAIR, strike(no)).isRefused('nothing-to-strike')
    room.does(CHAIR, strike('version/common-ground/jp-2'))
    expect(words()).toBe(GAP)
  })
})
