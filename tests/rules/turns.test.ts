// A finished turn and its words (rules T4–T7): who may give them, where they stand, and what becomes of those before.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GAP } from '#simulation/kernel/gaps'
import { participantActor, personId, seatId } from '#simulation/kernel/ids'
import { heldBySeat } from '#simulation/reading/log/time-accounts'
import { paragraphs } from '#simulation/reading/log/transcript'
import { turnsInHand, turnsToWord } from '#simulation/reading/log/turns'
import { taskOf } from '#simulation/reading/talk/asked'
import { seatHeldBy } from '#simulation/state/room-state'
import {
  AMARA,
  BEN,
  CHAIR,
  CLEO,
  DAIKI,
  FEN,
  HANA,
  hand,
  IVO,
  smallSeminar,
  statement,
  type Written,
} from '../support/cast'
import { given, instantOf, opened, type Room } from '../support/given'

const words = (turn: number, text = 'Asked for a date.', more: Partial<Extract<Written, { type: 'giveWords' }>> = {}) =>
  ({
    type: 'giveWords',
    turn,
    text,
    intent: 'point',
    answers: null,
    anchors: [],
    dictated: false,
    ...more,
  }) satisfies Written
const leave = (turn: number, to: string | null) => ({ type: 'leaveWords', turn, to }) satisfies Written
const newest = (room: Room) => room.state.record.length
/** While the floor is open it is what delegates are asked about (N5). */
const floorOver = ({ state }: Room) => ({ ...state, agenda: { ...state.agenda, status: 'between' as const } })

/** Amara has spoken for thirty seconds, with a question, and put nothing in writing. */
function spoken(): { room: Room; turn: number } {
  const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' })
  room.does(AMARA, hand('question'), 10).does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
  room.does(AMARA, { type: 'yieldFloor', to: null }, 40)
  return { room, turn: newest(room) }
}
const toldOf = ({ state }: Room, seat: string) => heldBySeat(state, seatId.parse(seat), instantOf(400))
const at = (room: Room, no: number) => paragraphs(room.state).find((entry) => entry.no === String(no))

describe('a finished turn', () => {
  test('F6 it is told as talk once something is said of it: words, a tap, or that it was spoken; a silent one never', () => {
    const SPEAKERS = [
      { who: AMARA, seat: 'us.state', to: 'us.treasury' },
      { who: DAIKI, seat: 'jp.pm', to: 'jp.finance' },
      { who: FEN, seat: 'cn.foreign', to: 'cn.commerce' },
    ] as const
    const said = fc.constantFrom('nothing', 'words', 'tap', 'left', 'spoke', 'written')
    const turn = fc.record({ by: fc.nat(2), lasts: fc.integer({ min: 2, max: 9 }), said, twice: fc.boolean() })
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 8 }), (turns) => {
        const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' })
        const expected = [0, 0, 0]
        let now = 10
        for (const { by, lasts, said, twice } of turns) {
          const { who, seat, to } = SPEAKERS[by] ?? SPEAKERS[0]
          room.does(CHAIR, { type: 'grantFloor', seat }, now)
          if (said === 'written') room.does(who, statement('A date.'), now)
          now += lasts
          room.does(who, { type: 'yieldFloor', to: null }, now)
          const no = newest(room)
          const says: Partial<Record<typeof said, Written>> = {
            words: words(no),
            tap: { type: 'tapTurn', turn: no, answers: null },
            left: leave(no, to),
            spoke: leave(no, null),
          }
          const telling = says[said]
          if (telling) room.does(who, telling, now)
          if (said !== 'nothing') expected[by] = (expected[by] ?? 0) + lasts * 1000
          // What is said of a turn a second time counts it no second time.
          if (twice && (said === 'tap' || said === 'left')) room.does(who, words(no), now)
        }
        expect(SPEAKERS.map(({ seat }) => toldOf(room, seat))).toEqual(expected)
      }),
      { numRuns: 40 },
    )
    // A plan of before tells a turn as it ends, whatever is said of it.
    const { heardWhenSaid: _, ...plan } = smallSeminar().plan
    const before = given({ ...smallSeminar(), plan }).enters('floor')
    before.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10).does(AMARA, { type: 'yieldFloor', to: null }, 40)
    expect(toldOf(before, 'us.state')).toBe(30_000)
  })

  test('T4 it leaves one entry that is its speaker’s, with the purpose for which they asked, and without reproach', () => {
    const { room, turn } = spoken()
    const entry = { kind: 'turn', person: 'amara', seat: 'us.state', seconds: 30, intent: 'question', takenBack: false }
    expect(at(room, turn)).toMatchObject(entry)
    const timed = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' }).runs(66)
    const ended = timed.rows.find(({ event }) => event.type === 'FloorEnded')
    expect(ended).toMatchObject({ by: 'clock', event: { speaker: AMARA } })
    expect(paragraphs(timed.state).find(({ kind }) => kind === 'turn')).toMatchObject({ person: 'amara' })
  })

  test('T4 a turn that the chair takes back says so, whether or not it put something in writing', () => {
    const silent = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
    silent.does(CHAIR, { type: 'takeBackFloor' }, 40)
    expect(at(silent, newest(silent))).toMatchObject({ kind: 'turn', takenBack: true })
    const said = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
    said.does(AMARA, statement('A date.'), 20).does(CHAIR, { type: 'takeBackFloor' }, 40)
    expect(at(said, newest(said))).toMatchObject({
      kind: 'procedure',
      sentence: { key: 'taken-back', seat: 'us.state' },
    })
    said.when(AMARA, words(newest(said)), 41).isRefused('no-such-turn')
  })

  test('T5 its speaker, the delegate they left it to and a scribe may give its words, and nobody else', () => {
    const { room, turn } = spoken()
    room.when(AMARA, words(turn)).isAllowed()
    room
      .when(HANA, words(turn))
      .happens({ type: 'WordsGiven', turn, seat: 'observer.1', as: 'scribe', intent: 'question' })
    room.when(BEN, words(turn)).isRefused('not-your-turn')
    room.when(DAIKI, words(turn)).isRefused('not-your-turn')
    room.when(IVO, words(turn)).isRefused('not-seated')
    room.when(CHAIR, words(turn)).isRefused('not-seated')
    room.when(BEN, leave(turn, 'us.treasury')).isRefused('not-your-turn')
    room.when(AMARA, leave(turn, 'jp.pm')).isRefused('not-own-delegation')
    room.when(AMARA, leave(turn, 'us.state')).isRefused('not-own-delegation')
    room.when(AMARA, leave(turn, 'us.nobody')).isRefused('no-such-seat')
    room.when(AMARA, leave(turn, null)).isAllowed()
    spoken().room.does(AMARA, leave(turn, null)).when(AMARA, leave(turn, null)).isRefused('nothing-changed')
    room.when(IVO, leave(turn, null)).isRefused('not-seated')
    room.does(AMARA, leave(turn, 'us.treasury'), 45)
    expect(at(room, turn)).toMatchObject({ kind: 'turn', leftTo: 'us.treasury' })
    room.when(CLEO, words(turn)).isRefused('not-your-turn')
    room.does(BEN, words(turn), 50)
    expect(at(room, turn)).toMatchObject({
      kind: 'statement',
      text: 'Asked for a date.',
      person: 'amara',
      seat: 'us.state',
      intent: 'question',
      seconds: 30,
      summary: { as: 'named', by: BEN, seat: 'us.treasury', entry: turn + 1 },
    })
    expect(at(room, turn + 1)).toMatchObject({
      kind: 'procedure',
      person: 'ben',
      sentence: { key: 'words-given', turn },
    })
    room.when(AMARA, leave(turn, 'us.defense'), 51).isRefused('words-given')
    given().enters('floor').when(AMARA, leave(1, null)).isRefused('no-such-turn')
  })

  test('T5 a seat that nobody holds is left no words, and a delegate who stands up gives none', () => {
    const { room, turn } = spoken()
    room.does(CHAIR, { type: 'placePerson', person: 'cleo', seat: null }, 45)
    room.when(AMARA, leave(turn, 'us.defense'), 46).isRefused('seat-empty')
    room.does(AMARA, leave(turn, 'us.treasury'), 46).does(CHAIR, { type: 'placePerson', person: 'ben', seat: null }, 47)
    room.when(BEN, words(turn), 48).isRefused('not-seated')
  })

  test('T5 the speaker gives them from whatever seat they are moved to, and until the record is closed', () => {
    const { room, turn } = spoken()
    room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: 'jp.finance' }, 45)
    room
      .enters('debrief')
      .when(AMARA, words(turn, 'Late.', { intent: 'challenge' }))
      .happens({
        type: 'WordsGiven',
        turn,
        as: 'speaker',
        intent: 'challenge',
      })
    room.does(CHAIR, { type: 'closeRoom' })
    room.when(AMARA, words(turn)).isRefused('room-closed')
  })

  test('T5 words answer what was said before the turn, and a turn is answered before it has words', () => {
    const { room, turn } = spoken()
    room.does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }, 50).does(DAIKI, statement('To that.', turn), 60)
    const answer = newest(room)
    room.when(AMARA, words(turn, 'So.', { answers: answer })).isRefused('no-such-entry')
    room.when(AMARA, words(turn, 'So.', { answers: 1 })).isRefused('not-a-statement')
    room.does(DAIKI, { type: 'yieldFloor', to: null }, 62).does(CHAIR, { type: 'grantFloor', seat: 'us.treasury' }, 63)
    room.does(BEN, { type: 'yieldFloor', to: null }, 75)
    const later = newest(room)
    room.does(HANA, words(later, 'Answered.', { answers: answer, anchors: ['E2.1'] }), 80)
    expect(at(room, later)).toMatchObject({
      kind: 'statement',
      answers: answer,
      anchors: ['E2.1'],
      summary: { as: 'scribe' },
    })
  })

  test('T5 T6 the record offers each the turns that they may give words or correct, with what stands, and no others', () => {
    const { room, turn } = spoken()
    const offered = (person: string, at: Room = room) => {
      const seat = seatHeldBy(at.state, personId.parse(person))
      return seat ? [...turnsInHand(at.state, seat, participantActor(personId.parse(person))).values()] : null
    }
    expect(offered('amara')).toMatchObject([{ no: turn, as: 'speaker', words: null }])
    expect(offered('hana')).toMatchObject([{ no: turn, as: 'scribe', words: null }])
    expect(offered('ben')).toEqual([])
    room.does(HANA, words(turn), 50)
    expect(offered('amara')).toMatchObject([{ no: turn, as: 'speaker', words: { text: 'Asked for a date.' } }])
    expect(offered('hana')).toMatchObject([{ no: turn, as: 'scribe', words: { by: HANA } }])
    room.does(AMARA, words(turn, 'My own.'), 52)
    expect(offered('hana')).toEqual([])
    room.does(CHAIR, { type: 'placePerson', person: 'hana', seat: null }, 53)
    room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: 'observer.1' }, 54)
    expect(offered('amara')).toMatchObject([{ as: 'speaker', words: { text: 'My own.' } }])
    expect(offered('hana')).toBeNull()
    room.does(CHAIR, { type: 'closeRoom' })
    expect(offered('amara')).toEqual([])
  })

  test('T5 words go along with whoever they were left to, within the delegation, and stay with the seat', () => {
    const { room, turn } = spoken()
    room.does(AMARA, leave(turn, 'us.treasury'), 45)
    // Ben and Cleo change places.
    room.does(CHAIR, { type: 'placePerson', person: 'ben', seat: 'us.defense' }, 46)
    room.when(BEN, words(turn), 47).happens({ type: 'WordsGiven', turn, seat: 'us.defense', as: 'named' })
    room.when(CLEO, words(turn), 47).isAllowed()
    room.does(CHAIR, { type: 'placePerson', person: 'ben', seat: 'jp.finance' }, 48)
    room.when(BEN, words(turn), 49).isRefused('not-your-turn')
    room.when(CLEO, words(turn), 49).isAllowed()
  })

  test('T3 T6 its speaker withdraws its words, and alone gives it others, or names who does', () => {
    const { room, turn } = spoken()
    room.when(AMARA, { type: 'withdrawStatement', entry: turn, reason: null }).isRefused('not-a-statement')
    room.does(HANA, words(turn), 50)
    room.when(HANA, { type: 'withdrawStatement', entry: turn, reason: null }, 51).isRefused('not-own-statement')
    room.does(AMARA, { type: 'withdrawStatement', entry: turn, reason: null }, 51)
    expect(at(room, turn)).toMatchObject({ kind: 'statement', withdrawnBy: newest(room) })
    const withdrawal = { type: 'withdrawStatement', entry: turn, reason: null } as const
    room.when(AMARA, withdrawal, 52).isRefused('already-withdrawn')
    room.when(HANA, words(turn), 52).isRefused('already-withdrawn')
    room.when(BEN, words(turn), 52).isRefused('already-withdrawn')
    const inHand = (person: string, task: string | null) => {
      const seat = seatHeldBy(room.state, personId.parse(person))
      if (!seat) throw new Error('Nobody sits there.')
      const asked = taskOf(floorOver(room), personId.parse(person), instantOf(52))
      expect(asked.kind === 'owe-words', person).toBe(task !== null)
      return turnsToWord(room.state, seat, participantActor(personId.parse(person)))
    }
    // Nobody asks her for what she took back; it is hers to give.
    expect(inHand('amara', null)).toMatchObject([{ no: turn, as: 'speaker', withdrawn: true, words: null }])
    room.does(AMARA, leave(turn, 'us.treasury'), 53)
    expect(inHand('ben', 'owe-words')).toMatchObject([{ no: turn, as: 'named', withdrawn: true }])
    room.when(AMARA, words(turn, 'My own.'), 54).isAllowed()
    room.does(BEN, words(turn, 'Put otherwise.'), 54)
    expect(at(room, turn)).toMatchObject({ kind: 'statement', text: 'Put otherwise.', withdrawnBy: null })
    expect(paragraphs(room.state).find(({ kind }) => kind === 'earlier-words')).toMatchObject({
      text: GAP,
    })
    room.does(AMARA, withdrawal, 55)
    expect(at(room, turn)).toMatchObject({ kind: 'statement', withdrawnBy: newest(room) })
    room.when(BEN, words(turn, 'Once more.'), 56).isRefused('already-withdrawn')
    room.when(AMARA, words(turn, 'Once more.'), 56).isAllowed()
    room.does(CHAIR, { type: 'closeRoom' }).when(AMARA, words(turn), 57).isRefused('room-closed')
  })

  test('T6 a turn whose end the chair took back goes on, and is one turn when it ends', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
    room.does(CHAIR, { type: 'takeBackFloor' }, 20)
    const first = newest(room)
    room.when(AMARA, words(first), 21).isAllowed()
    room.does(CHAIR, { type: 'undoLastStep' }, 22).when(AMARA, words(first), 23).isRefused('no-such-turn')
    room.does(AMARA, { type: 'yieldFloor', to: null }, 42)
    room.when(AMARA, words(newest(room)), 43).isAllowed()
  })

  test('T4 T5 before the third edition a turn leaves its line and no more', () => {
    const planned = smallSeminar()
    const room = opened({ ...planned, plan: { ...planned.plan, edition: 2 } })
      .seats()
      .enters('floor')
    room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10).does(CHAIR, { type: 'takeBackFloor' }, 40)
    expect(at(room, newest(room))).toMatchObject({ kind: 'procedure', sentence: { key: 'spoke' } })
    room.when(AMARA, words(newest(room)), 41).isRefused('no-such-turn')
  })
})

test('T7 the chair alone switches dictation off and on, and a plan may begin without it', () => {
  const { room, turn } = spoken()
  expect(room.state.dictation).toBe(true)
  room.when(AMARA, { type: 'setDictation', on: false }).isRefused('not-the-chair')
  room.when(CHAIR, { type: 'setDictation', on: true }).isRefused('nothing-changed')
  room.does(CHAIR, { type: 'setDictation', on: false })
  expect(room.state.dictation).toBe(false)
  // What was dictated before it was switched off may still be put on the record.
  room.does(AMARA, words(turn, 'Dictated before.', { dictated: true }))
  room.does(CHAIR, { type: 'setDictation', on: true })
  expect(room.state.dictation).toBe(true)
  const planned = smallSeminar()
  expect(opened({ ...planned, plan: { ...planned.plan, dictation: false } }).state.dictation).toBe(false)
})
