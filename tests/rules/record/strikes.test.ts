// Words can be taken off the wall: struck by the chair, withdrawn by their writer, reported by whoever hears them (rules K1–K8, T3).
import { describe, expect, test } from 'vitest'
import { maskedLog, takenOffIn } from '#simulation/engine/masked-log'
import { readRow } from '#simulation/engine/versions'
import { GAP } from '#simulation/kernel/gaps'
import { personId } from '#simulation/kernel/ids'
import * as strikes from '#simulation/reading/log/strikes'
import { heardWhole, hearMore } from '../../../app/_room/link/heard-log'
import { corpusVersions } from '../../corpus/archive'
import { frozenLogs } from '../../corpus/frozen'
import { AMARA, BEN, CHAIR, DAIKI, FEN, HANA, IVO, statement } from '../../support/cast'
import { given, type Room } from '../../support/given'
import { viewOf } from '../../support/stories/heard'

const place = { round: 'framing', stage: 'opening' } as const
const personOf = (name: string) => personId.parse(name)
const SLUR = 'CANARY call her on 555-0199'
const speaking = () => given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
const newest = (room: Room) => String(room.state.record.length)
const strike = (entry: string, words: 'all' | { part: number; from: number; to: number }[] = 'all') =>
  ({ type: 'strikeWords', entry, words, reason: 'names-a-person' }) as const
const back = (entry: string) => ({ type: 'putWordsBack', entry, reason: 'It was an office.' }) as const
const report = (entry: string) => ({ type: 'reportLine', entry, reason: 'targets-a-person', text: null }) as const

/** Everything that anybody is given of a room: by plain text, and not by what the rules call struck. */
const everything = (room: Room): string => {
  const { state } = room
  const viewers = ['amara', 'ben', 'daiki', 'fen', 'hana', 'ivo'].map((name) => room.viewerOf(name))
  const views = [...viewers, { kind: 'chair' } as const, { kind: 'stage' } as const].map((viewer) =>
    viewOf(room.rows, viewer, state.unsealedAt !== null),
  )
  return JSON.stringify([views, { ...state, record: [...state.record], privateEntries: [...state.privateEntries] }])
}

/** What a page holds that heard each row as it came. */
function livePage(room: Room, name: string) {
  let page = heardWhole([])
  const viewer = room.viewerOf(name)
  for (let seq = 1; seq <= room.rows.length; seq += 1) {
    page = hearMore(page, viewOf(room.rows.slice(0, seq), viewer, false)) ?? page
  }
  return page
}

describe('the chair takes words off', () => {
  test('K1 K2 all of an entry: number, time, speaker and what answers it stay, and everybody is told who, when and why', () => {
    const room = speaking().does(AMARA, statement(SLUR), 12)
    const entry = newest(room)
    room.when(AMARA, strike(entry)).isRefused('not-the-chair')
    room.when(CHAIR, strike('999')).isRefused('no-such-entry')
    room.when(CHAIR, strike('1')).isRefused('nothing-to-strike')
    expect(everything(room)).toContain('CANARY')
    room.does(CHAIR, strike(entry), 14)
    expect(everything(room)).not.toContain('CANARY')
    expect(room.hearersOf('WordsStruck')).toContain('ivo')
    expect(room.state.record.at(Number(entry) - 1)).toMatchObject({ no: entry, by: AMARA, event: { text: GAP } })
    expect(strikes.struckAt(room.state, entry)).toMatchObject([
      { by: 'chair', actor: CHAIR, reason: 'names-a-person', count: 5 },
    ])
    expect(strikes.takenFrom(room.state, personOf('amara'))).toMatchObject([{ entry, count: 5 }])
    expect(newest(room)).toBe(String(Number(entry) + 1))
    room.when(CHAIR, strike(entry), 15).isRefused('nothing-to-strike')
    expect(takenOffIn(room.rows, entry)).toEqual([SLUR])
  })

  test('K2 a part of it: what is left stays, in any script, and a second strike counts in what is read by then', () => {
    const room = speaking().does(AMARA, statement(`𝟙 我们同意。 ${SLUR}, and so on.`), 12)
    const entry = newest(room)
    const [text = ''] = strikes.textsAt(room.state, entry) ?? []
    const from = text.indexOf(SLUR)
    const span = { part: 0, ...strikes.spanOf(text, from, from + SLUR.length) }
    room.when(CHAIR, strike(entry, [{ ...span, to: 900 }]), 13).isRefused('nothing-to-strike')
    room.does(CHAIR, strike(entry, [span]), 13)
    expect(strikes.textsAt(room.state, entry)).toEqual([`𝟙 我们同意。 ${GAP}, and so on.`])
    const [then = ''] = strikes.textsAt(room.state, entry) ?? []
    const so = then.indexOf(', and so')
    room.does(CHAIR, strike(entry, [{ part: 0, ...strikes.spanOf(then, so, so + 5) }]), 14)
    expect(strikes.textsAt(room.state, entry)).toEqual([`𝟙 我们同意。 ${GAP} so on.`])
    expect(takenOffIn(room.rows, entry).join('')).toBe(`${SLUR}, and`)
  })

  test('K3 puts them back by an entry with its reason, and never what the writer withdrew', () => {
    const room = speaking().does(AMARA, statement(SLUR), 12)
    const entry = newest(room)
    room.when(CHAIR, back(entry), 13).isRefused('nothing-to-put-back')
    room.when(CHAIR, back('999'), 13).isRefused('no-such-entry')
    room.does(CHAIR, strike(entry), 13)
    room.when(AMARA, back(entry), 14).isRefused('not-the-chair')
    room.does(CHAIR, back(entry), 14)
    expect(strikes.textsAt(room.state, entry)).toEqual([SLUR])
    expect(strikes.struckAt(room.state, entry)).toEqual([])
    room.does(CHAIR, strike(entry), 15)
    room.does(AMARA, { type: 'withdrawStatement', entry: Number(entry), reason: null }, 16)
    room.does(CHAIR, back(entry), 17)
    expect(everything(room)).not.toContain('CANARY')
    expect(strikes.struckAt(room.state, entry)).toMatchObject([{ by: 'writer' }])
  })

  test('K11 hidden first and explained afterwards: the reason is given anew by an entry, and everybody reads the new one', () => {
    const room = speaking().does(AMARA, statement(SLUR), 12)
    const entry = newest(room)
    const explain = { type: 'changeStrikeReason', entry, reason: { text: 'It is a telephone number.' } } as const
    room.when(CHAIR, explain, 13).isRefused('nothing-to-put-back')
    room.does(CHAIR, { ...strike(entry), reason: 'not-fit' }, 13)
    room.when(AMARA, explain, 14).isRefused('not-the-chair')
    room.when(CHAIR, { ...explain, entry: '999' }, 14).isRefused('no-such-entry')
    const [hidden] = strikes.struckAt(room.state, entry)
    room.does(CHAIR, explain, 14)
    expect(room.hearersOf('StrikeReasonChanged').toSorted()).toEqual(room.hearersOf('WordsStruck').toSorted())
    expect(strikes.struckAt(room.state, entry)).toEqual([{ ...hidden, reason: explain.reason }])
    expect(everything(room)).not.toContain('CANARY')
    room.when(CHAIR, explain, 15).isRefused('nothing-changed')
  })

  test('one press hides what stands there, and for ten seconds one more brings it back; never what was taken off before', () => {
    const room = speaking().does(AMARA, statement(`We hold. ${SLUR}`), 12)
    const entry = newest(room)
    expect(strikes.hidePress(room.state, entry, 0)).toBe('hide')
    const text = strikes.textsAt(room.state, entry)?.[0] ?? ''
    room.does(CHAIR, strike(entry), 13)
    const at = strikes.struckAt(room.state, entry)[0]?.at ?? 0
    expect(strikes.hidePress(room.state, entry, at + 9_999)).toBe('back')
    expect(strikes.hidePress(room.state, entry, at + 10_000)).toBe(null)
    room.does(CHAIR, back(entry), 14)
    const part = { part: 0, ...strikes.spanOf(text, text.indexOf(SLUR), text.length) }
    room.does(CHAIR, strike(entry, [part]), 15)
    expect(strikes.hidePress(room.state, entry, at)).toBe('hide')
    room.does(CHAIR, strike(entry), 16)
    expect(strikes.hidePress(room.state, entry, at)).toBe(null)
  })

  test('K1 from private talk, notes, drafts and reflections as well, where those who heard it alone are told', () => {
    const room = given().enters('caucus').does(AMARA, { type: 'speakInCaucus', text: SLUR })
    room.does(CHAIR, strike('us1'))
    expect(everything(room)).not.toContain('CANARY')
    expect(room.hearersOf('WordsStruck').toSorted()).toEqual(['amara', 'ben', 'chair', 'cleo'])
    const position = { ...place, value: 1, anchors: [], guesses: {} }
    room.does(BEN, { type: 'draftPosition', ...position, text: `We hold. ${SLUR}`, redLine: '' })
    room.does(AMARA, { type: 'filePosition', ...position, text: `We hold. ${SLUR} And more.`, redLine: '' })
    const own = 'position/framing/opening/us'
    const [text = ''] = strikes.textsAt(room.state, own) ?? []
    const from = text.indexOf(SLUR)
    room.does(CHAIR, strike(own, [{ part: 0, ...strikes.spanOf(text, from, from + SLUR.length) }]))
    expect(everything(room)).not.toContain('CANARY')
    expect(strikes.textsAt(room.state, own)?.[0]).toBe(`We hold. ${GAP} And more.`)
    expect(livePage(room, 'ben').state?.positions).toEqual(room.as(room.viewerOf('ben')).positions)
    room.enters('reveal')
    expect(everything(room)).not.toContain('CANARY')
    expect(JSON.stringify(viewOf(room.rows, { kind: 'stage' }, false))).toContain('We hold.')
  })

  test('K1 a revealed position is struck for everybody, in its drafts and in the copy that its closing holds', () => {
    const room = given().enters('caucus')
    const position = { ...place, value: 1, anchors: [], guesses: {} }
    room.does(BEN, { type: 'draftPosition', ...position, text: SLUR, redLine: '' })
    room.enters('reveal', 2)
    room.does(CHAIR, strike('position/framing/opening/us'))
    expect(everything(room)).not.toContain('CANARY')
    expect(room.hearersOf('WordsStruck')).toContain('stage')
    for (const name of ['amara', 'daiki', 'hana'])
      expect(JSON.stringify(livePage(room, name).rows)).not.toContain('CANARY')
  })

  test('K1 the words of a turn go under its number, with every version that they had', () => {
    const room = speaking().does(CHAIR, { type: 'takeBackFloor' }, 40)
    const turn = room.state.record.length
    const words = {
      type: 'giveWords' as const,
      turn,
      intent: 'point' as const,
      answers: null,
      anchors: [],
      dictated: false,
    }
    room.does(AMARA, { ...words, text: `First ${SLUR}` }, 41)
    room.does(AMARA, { ...words, text: `Second ${SLUR}` }, 42)
    room.does(CHAIR, strike(String(turn)), 43)
    expect(everything(room)).not.toContain('CANARY')
  })

  test('K4 staff read them by a row of their own, and nothing of them is in it', () => {
    const room = speaking().does(AMARA, statement(SLUR), 12)
    const entry = newest(room)
    room.does(CHAIR, strike(entry), 13)
    room.when(AMARA, { type: 'readStruckWords', entry }, 14).isRefused('not-the-chair')
    room.when(CHAIR, { type: 'readStruckWords', entry: '999' }, 14).isRefused('no-such-entry')
    room.does(CHAIR, { type: 'readStruckWords', entry }, 14)
    expect(room.hearersOf('StruckWordsRead')).toEqual(['chair'])
    expect(everything(room)).not.toContain('CANARY')
  })

  test('K5 after the record is closed too, and nothing else then', () => {
    const room = speaking().does(AMARA, statement(SLUR), 12)
    const entry = newest(room)
    room.does(CHAIR, { type: 'closeRoom' }, 20)
    room.when(AMARA, statement('More.'), 21).isRefused('room-closed')
    room.does(BEN, report(entry), 21).does(CHAIR, strike(entry), 22)
    expect(everything(room)).not.toContain('CANARY')
  })
})

test('T3 the writer’s own withdrawal takes the words off, in records of before as well', () => {
  const room = speaking().does(AMARA, statement(SLUR), 12)
  const entry = newest(room)
  room.does(AMARA, { type: 'withdrawStatement', entry: Number(entry), reason: 'I misspoke.' }, 13)
  expect(everything(room)).not.toContain('CANARY')
  expect(JSON.stringify(livePage(room, 'daiki').rows)).not.toContain('CANARY')
  let withdrawn = 0
  for (const version of corpusVersions())
    for (const { rows } of frozenLogs(version)) {
      const log = rows.map((row) => readRow(Number(version.slice(1)), row))
      const { state } = maskedLog(log)
      for (const no of Object.keys(state?.withdrawn ?? {})) {
        expect(state && strikes.textsAt(state, no)?.[0]).toBe(GAP)
        withdrawn += 1
      }
    }
  expect(withdrawn).toBeGreaterThan(3)
})

describe('a line is reported', () => {
  test('K6 by anybody who hears it, once; the chair and they alone know', () => {
    const room = speaking().does(AMARA, statement(SLUR), 12)
    const entry = newest(room)
    room.does(HANA, { ...report(entry), text: 'Not in role.' }, 13).does(IVO, report(entry), 13)
    expect(room.hearersOf('LineReported')).toEqual(['chair', 'ivo'])
    room.when(HANA, report(entry), 14).isRefused('already-reported')
    room.when(CHAIR, report(entry), 14).isRefused('not-seated')
    room.when(HANA, report('999'), 14).isRefused('not-heard')
    room.when(HANA, report('1'), 14).isRefused('nothing-to-strike')
    expect(strikes.openReports(room.state)).toMatchObject([
      {
        entry,
        reports: [
          { person: 'hana', text: 'Not in role.' },
          { person: 'ivo', text: null },
        ],
      },
    ])
  })

  test('K6 not by somebody who does not hear it', () => {
    const room = given().enters('caucus').does(AMARA, { type: 'speakInCaucus', text: SLUR })
    room.when(DAIKI, report('us1')).isRefused('not-heard')
    room.when(DAIKI, report('us9')).isRefused('not-heard')
    room.does(BEN, report('us1'))
    expect(strikes.mayReport(room.state, personOf('daiki'), 'us1')).toBe(false)
  })

  test('K7 each who reported it is told the answer alone: left as it is, or taken off', () => {
    const room = speaking().does(AMARA, statement(SLUR), 12)
    const entry = newest(room)
    const answer = { type: 'answerReport', entry } as const
    room.when(CHAIR, answer, 13).isRefused('no-open-report')
    room.does(FEN, report(entry), 13).does(BEN, report(entry), 13)
    room.when(BEN, answer, 14).isRefused('not-the-chair')
    room.does(CHAIR, strike(entry), 14)
    expect(room.rows.slice(-2).map(({ audience }) => audience)).toEqual([{ person: 'fen' }, { person: 'ben' }])
    expect(strikes.ownReports(room.state, personOf('fen'))).toMatchObject([{ answer: { how: 'struck' } }])
    room.does(AMARA, statement('Another.'), 15)
    room.does(BEN, report(newest(room)), 16).does(CHAIR, { ...answer, entry: newest(room) }, 17)
    expect(strikes.ownReports(room.state, personOf('ben')).map(({ answer: told }) => told?.how)).toEqual([
      'struck',
      'left',
    ])
    expect(strikes.openReports(room.state)).toEqual([])
  })
})

test('K8 a page that heard a strike as it came reads what one that comes later reads', () => {
  const room = speaking().does(AMARA, statement(`Before. ${SLUR} After.`), 12)
  const entry = newest(room)
  const [text = ''] = strikes.textsAt(room.state, entry) ?? []
  room.does(CHAIR, strike(entry, [{ part: 0, ...strikes.spanOf(text, 8, 14) }]), 13)
  room.does(CHAIR, strike(entry), 14)
  for (const name of ['amara', 'daiki', 'ivo']) {
    const page = livePage(room, name)
    expect(page.rows).toEqual(viewOf(room.rows, room.viewerOf(name), false))
    expect(JSON.stringify(page.rows)).not.toContain('CANARY')
  }
})
