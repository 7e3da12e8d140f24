// What is said on the record, and how it is withdrawn (rules T1–T4, T9).
import { describe, expect, test } from 'vitest'
import { GAP } from '#simulation/kernel/gaps'
import { AMARA, BEN, CHAIR, DAIKI, IVO, statement, type Written } from '../support/cast'
import type { Room } from '../support/given'
import { given } from '../support/given'
import { JP, US } from '../support/stories/sides'

const speaking = () => given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
/** The number of the newest public entry. */
const newest = (room: Room) => room.state.record.length

describe('statements', () => {
  test('T1 who holds the floor speaks on the record, and nobody else', () => {
    const room = given().enters('floor')
    room.when(AMARA, statement('Now.')).isRefused('does-not-hold-the-floor')
    room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    room.when(AMARA, statement('  Now.  ')).happens({ type: 'StatementMade', seat: 'us.state', text: 'Now.' })
    room.when(DAIKI, statement('Now.')).isRefused('does-not-hold-the-floor')
    room.when(IVO, statement('Now.')).isRefused('not-seated')
    room.when(CHAIR, statement('Now.')).isRefused('not-seated')
    given().enters('ballot').when(AMARA, statement('Now.')).isRefused('wrong-phase')
  })

  test('T2 a statement carries its intent, its answer, its anchors and how long its speaker had spoken', () => {
    const room = speaking().does(AMARA, statement('First.'), 12)
    const answered = newest(room)
    const answer = {
      type: 'makeStatement',
      text: 'Second.',
      intent: 'build-on',
      answers: answered,
      anchors: ['E2.1', { source: 'A treaty text' }],
    } as const
    room.when(AMARA, { ...answer, anchors: [...answer.anchors] }, 24.5).happens({
      type: 'StatementMade',
      text: 'Second.',
      intent: 'build-on',
      answers: answered,
      anchors: ['E2.1', { source: 'A treaty text' }],
      spokenMs: 14_500,
    })
    room.when(AMARA, statement('To nothing.', 999), 24).isRefused('no-such-entry')
    room.when(AMARA, statement('To procedure.', 1), 24).isRefused('not-a-statement')
  })

  test('T9 a question may say to which other delegation it is put, and everybody hears it; no other statement does', () => {
    const room = speaking()
    const asks = (to: string, intent: 'question' | 'point' = 'question'): Written => ({
      type: 'makeStatement',
      ...{ text: 'Will you pay?', intent, answers: null, to, anchors: [] },
    })
    const asked = asks(JP)
    room.when(AMARA, asks(JP, 'point'), 11).isRefused('no-question')
    room.when(AMARA, asks(US), 11).isRefused('not-asked-of-oneself')
    room.when(AMARA, asks('kr'), 11).isRefused('not-asked-of-oneself')
    room.when(AMARA, asked, 12).happens({ type: 'StatementMade', seat: 'us.state', intent: 'question', to: JP })
    room.does(AMARA, asked, 12)
    expect(room.hearersOf('StatementMade')).toContain('stage')
    const nobody = speaking().does(AMARA, statement('Who will pay?'), 12)
    expect(nobody.state.record.last()?.event).not.toHaveProperty('to')
  })

  test('T3 its seat withdraws a statement once, as a new entry: its words go, and its number, time and speaker stay', () => {
    const room = speaking().does(AMARA, statement('Too far.'), 12)
    const entry = newest(room)
    const withdraw = { type: 'withdrawStatement', entry, reason: null } as const
    room.when(BEN, withdraw, 13).isRefused('not-own-statement')
    room.when(IVO, withdraw, 13).isRefused('not-seated')
    room.when(AMARA, { ...withdraw, entry: 999 }, 13).isRefused('no-such-entry')
    room.when(AMARA, { ...withdraw, entry: 1 }, 13).isRefused('not-a-statement')
    room.does(AMARA, { ...withdraw, reason: 'I misspoke.' }, 13)
    room.when(AMARA, withdraw, 14).isRefused('already-withdrawn')
    expect(room.state.record.at(entry - 1)?.event).toMatchObject({ type: 'StatementMade', seat: 'us.state', text: GAP })
    expect(room.state.record.at(entry)?.event).toMatchObject({
      type: 'StatementWithdrawn',
      entry,
      reason: 'I misspoke.',
    })
    expect(room.state.withdrawn).toEqual({ [entry]: entry + 1 })
  })
})
