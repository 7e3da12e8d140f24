// What a person may have meant is offered to them alone, and what they name decides what answers them (rules U20 to U24).
import { describe, expect, test, vi } from 'vitest'
import { actorId, personId, seatId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { offerTo } from '#simulation/questions/hearing'
import { mayHear } from '#simulation/secrecy/may-hear'
import { AMARA, CHAIR, DAIKI } from '../support/cast'
import { chinaGap } from '../support/china-gap'
import { given } from '../support/given'
import { hear } from '../support/hear-answers'
import { patience } from '../support/patience'

vi.setConfig({ testTimeout: patience(120_000) })

const CLOCK = actorId.parse('clock')
const CLAIMS = ['one', 'two'].map((key) => ({ key, text: `Claim ${key}.`, mistaken: false }))
const OFFER = { type: 'offerClaims', claims: CLAIMS, chosen: null, ear: 'matcher' } as const

/** A room in which Amara has just said something. */
function spoken() {
  const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' })
  room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
  room.does(AMARA, { type: 'makeStatement', text: 'Ships.', intent: 'point', answers: null, anchors: [] }, 20)
  return { room, entry: room.state.record.length }
}

describe('U20 an offer of claims', () => {
  test('is made once and by the clock, answered once and by its speaker, with what was offered or nothing', () => {
    const { room, entry } = spoken()
    room.when(AMARA, { type: 'nameClaim', entry, claim: 'one' }, 21).isRefused('claim-not-offered')
    room.when(AMARA, { ...OFFER, entry }, 21).isRefused('not-in-this-room')
    room.when(CLOCK, { ...OFFER, entry: entry + 9 }, 21).isRefused('no-such-entry')
    room.when(CLOCK, { ...OFFER, entry: 1 }, 21).isRefused('not-a-statement')
    room.does(CLOCK, { ...OFFER, entry }, 21)
    room.when(CLOCK, { ...OFFER, entry }, 22).isRefused('nothing-changed')
    room.when(DAIKI, { type: 'nameClaim', entry, claim: 'one' }, 22).isRefused('not-own-entry')
    room.when(CHAIR, { type: 'nameClaim', entry, claim: 'one' }, 22).isRefused('not-seated')
    room.when(AMARA, { type: 'nameClaim', entry, claim: 'three' }, 22).isRefused('claim-not-offered')
    room.does(AMARA, { type: 'nameClaim', entry, claim: 'two' }, 23)
    room.when(AMARA, { type: 'nameClaim', entry, claim: null }, 24).isRefused('claim-named')
    expect(room.state.meant[entry]?.named?.claim).toBe('two')
  })

  test('and its answer are heard by nobody at the table but the speaker', () => {
    const { room, entry } = spoken()
    const before = room.rows.length
    room.does(CLOCK, { ...OFFER, entry }, 21).does(AMARA, { type: 'nameClaim', entry, claim: null }, 22)
    const rows = room.rows.slice(before)
    expect(rows.map(({ event }) => event.type)).toEqual(['ClaimsOffered', 'ClaimNamed'])
    const hears = ['jp.pm', 'us.treasury'].map((seat) => ({ seat: seatId.parse(seat), from: 1, until: null }))
    const other: Viewer = { kind: 'person', person: personId.parse('someone'), seat: null, hears }
    for (const row of rows)
      for (const unsealed of [false, true]) {
        expect(mayHear(row, other, unsealed)).toBe(false)
        expect(mayHear(row, { kind: 'stage' }, unsealed)).toBe(false)
      }
  })

  test('stands beneath the newest words until it is answered, the words are, or others follow', () => {
    const { room, entry } = spoken()
    const self = room.state.seats[seatId.parse('us.state')]?.holder
    if (!self) throw new Error('Nobody sits there.')
    const shown = () => offerTo(room.state, self)?.entry ?? null
    expect(shown(), 'nothing before it is offered').toBeNull()
    room.does(CLOCK, { ...OFFER, entry }, 21)
    expect(shown()).toBe(entry)
    room.does(AMARA, { type: 'makeStatement', text: 'More ships.', intent: 'point', answers: null, anchors: [] }, 30)
    expect(shown(), 'other words have followed').toBeNull()
    room.does(CLOCK, { ...OFFER, entry: entry + 1 }, 31)
    expect(shown()).toBe(entry + 1)
    room.does(AMARA, { type: 'nameClaim', entry: entry + 1, claim: null }, 32)
    expect(shown(), 'it was answered').toBeNull()
  })
})

const scenario = chinaGap()
const claims = scenario.claims ?? []
const SENTENCES = [
  {
    tension: 'reassurance',
    by: 'jp',
    text: 'We apologised many times already. What would be enough for you, Beijing?',
  },
  { tension: 'deterrence', by: 'cn', to: 'jp', text: 'Why you need missile that can hit our land if you only defend?' },
  { tension: 'regional-order', by: 'cn', text: '亚洲的事情应该由亚洲国家来商量。' },
]

test('U20 what its speaker names answers a sentence, in any language, and where they name none nothing does', () => {
  for (const sentence of SENTENCES) {
    const { offered } = hear(sentence)
    expect(offered.length).toBe(5)
    expect(new Set(offered).size).toBe(5)
    const own = claims.filter(({ key }) => offered.includes(key))
    expect(own.every(({ answers }) => answers.some(({ to }) => to.some((side) => side === sentence.by)))).toBe(true)
    for (const key of [offered[4] ?? '', offered[0] ?? '']) {
      const written = new Set(claims.find((claim) => claim.key === key)?.answers.map(({ text }) => text))
      const linked = hear({ ...sentence, names: key }).answers.filter((answer) => answer.linked)
      expect(linked.length, `${sentence.text} ${key}`).toBeGreaterThan(0)
      for (const { text } of linked) expect(written).toContain(text)
    }
    expect(hear({ ...sentence, names: null }).answers.filter((answer) => answer.linked)).toEqual([])
  }
})
