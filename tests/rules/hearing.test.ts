// What a person may have meant is offered to them alone, and what they name decides what answers them (rules U20 to U24).
import { readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { claimsMet, makesOffer } from '#simulation/bots/claim-match'
import { likelyClaims } from '#simulation/bots/likely-claims'
import { actorId, personId, seatId, tensionKey } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { offerTo } from '#simulation/questions/hearing'
import type { Claim } from '#simulation/scenario/scenario'
import { mayHear } from '#simulation/secrecy/may-hear'
import { AMARA, CHAIR, DAIKI } from '../support/cast'
import { given } from '../support/given'
import { patience } from '../support/patience'
import { chinaGap } from '../support/stories/china-gap'
import { hear } from '../support/stories/hear-answers'

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

const corrections = new Set(
  claims.flatMap(({ kind, answers }) => (kind === 'mistake' ? answers.map(({ text }) => text) : [])),
)
const unmet = new Map((scenario.hearing?.unmet ?? []).map((word) => [word.text, word]))

const MISTAKEN = [
  ['cptpp', 'jp', 'As a CPTPP member the US will simply veto us in the pact, I fear.'],
  ['restraint', 'jp', 'Only the strong countries have limits, and that should worry all of us here today.'],
  ['reassurance', 'cn', 'Some people in my country say that Japan never apologised, but I am not so sure.'],
  ['regional-order', 'us', 'The essay wants Japan to be neutral like Switzerland, without any army at all.'],
] as const

test('U21 a mistake is put right only where nearly all of it was said, or its speaker says that they made it', () => {
  let offeredOnce = 0
  for (const [tension, by, text] of MISTAKEN) {
    const { answers, offered } = hear({ tension, by, text })
    expect(answers.filter((answer) => corrections.has(answer.text))).toEqual([])
    const mistake = claims.find(({ key, kind }) => kind === 'mistake' && offered.includes(key))
    if (!mistake) continue
    offeredOnce += 1
    const [one, ...more] = hear({ tension, by, text, names: mistake.key }).answers
    expect(corrections).toContain(one?.text)
    expect(more).toEqual([])
  }
  expect(offeredOnce).toBeGreaterThan(1)
})

describe('U22 whoever addresses a side', () => {
  const NONSENSE = 'our lighthouses taste of pistachio ice.'
  const SIDES = [
    { by: 'us', to: 'jp', called: 'Tokyo' },
    { by: 'jp', to: 'cn', called: 'Beijing' },
    { by: 'cn', to: 'us', called: 'Washington' },
  ]
  const played = scenario.agendas.find(({ key }) => key === 'two-sessions')?.plays ?? []
  const TENSIONS = scenario.tensions.map(({ key }) => key).filter((key) => played.some((each) => each === key))

  test.each(SIDES)('gets a word: $by calls $called', ({ by, to, called }) => {
    for (const text of [
      `${called}. O${NONSENSE.slice(1)}`,
      `${called}, ${NONSENSE}`,
      `Is it true that ${NONSENSE.slice(0, -1)}, ${called}?`,
    ]) {
      const { answers } = hear({ tension: TENSIONS[0] ?? '', by, text })
      expect(
        answers.map(({ side }) => side),
        text,
      ).toEqual([to])
    }
  })

  const asked = (tension: string, seed: number) => {
    const { answers } = hear({ tension, by: 'jp', to: 'cn', text: `Is it true that ${NONSENSE}` }, 7_000 + seed)
    expect(answers.length, tension).toBe(1)
    return unmet.get(answers[0]?.text ?? '')
  }

  test('U22 hears it about a tension of the round, from an office whose tension it is', () => {
    for (const tension of TENSIONS) expect(asked(tension, 1)?.to, tension).toBe('anything')
  })

  test('U22 does not hear the same in every room', () => {
    expect(new Set([1, 2, 3, 4].map((seed) => asked(TENSIONS[0] ?? '', seed)?.text)).size).toBeGreaterThan(1)
  })

  test('U22 has three words of each office ready', () => {
    for (const { id } of scenario.seats) {
      const own = [...unmet.values()].filter(({ seat, to }) => seat === id && to === 'anything')
      expect(own.length, id).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('U23 the matcher', () => {
  const met = (tension: string, text: string) =>
    claimsMet(scenario, text, [tensionKey.parse(tension)]).map(({ claim }) => claim.key)

  test('U23 tells more from less', () => {
    expect(met('deterrence', 'Your two percent is late, Japan must go faster.')).not.toContain('deterrence-too-fast')
    expect(met('deterrence', 'Two percent by 2027 is too fast for Japan.')).toContain('deterrence-too-fast')
  })

  test.each([
    ['If we stop selling to China, who buys instead?', false],
    ['If we keep our word, nobody will be angry.', false],
    ['If the lights go out we will be afraid.', false],
    ['If you lift the sanction, we will reopen the military lines.', true],
    ['We could slow down, if China limits its missiles.', true],
  ])('hears an offer where somebody gives for what another gives: %s', (text, isOffer) => {
    expect(makesOffer(scenario, text)).toBe(isOffer)
  })

  test('U23 answers the surer of two claims, and not none', () => {
    const text = 'The firewall censors data. Australia deserves its wine and barley.'
    const answers = hear({ tension: 'cptpp', by: 'jp', text }).answers.filter(({ linked }) => linked)
    const [best] = met('cptpp', text)
    const written = new Set(claims.find(({ key }) => key === best)?.answers.map((answer) => answer.text))
    expect(answers.length).toBeGreaterThan(0)
    for (const answer of answers) expect(written).toContain(answer.text)
  })

  test.each([
    ['restraint', 'jp', 'Beijing, keep your ships away from our islands.'],
    ['guardrails', 'cn', 'Washington, lift the sanction and reopen the military lines.'],
  ])('takes a demand on %s for no offer', (tension, by, text) => {
    const toOffers = claims.flatMap(({ kind, answers }) =>
      kind === 'offer' ? answers.map((answer) => answer.text) : [],
    )
    const { answers } = hear({ tension, by, text })
    expect(answers.length).toBeGreaterThan(0)
    for (const answer of answers) expect(toOffers).not.toContain(answer.text)
  })
})

const fresh = z
  .array(z.object({ tension: tensionKey, by: z.string(), text: z.string(), fits: z.array(z.string()) }))
  .parse(JSON.parse(readFileSync('tests/aptness/fresh.json', 'utf8')))

test.each([
  ['English', /^[^\u3040-\u9fff]+$/],
  ['Japanese or Chinese', /[\u3040-\u9fff]/],
])('U20 of sentences in %s the claim that fits is among the five in three of four', (_, inLanguage) => {
  const judged = fresh.filter(({ text, fits }) => inLanguage.test(text) && fits.length > 0)
  const right = judged.filter(({ tension, text, by, fits }) => {
    const isOpen = ({ answers }: Claim) => answers.some(({ to }) => to.some((side) => side === by))
    const five = likelyClaims(scenario, text, { tensions: [tension], isOpen, isOfAsked: () => false }, 5)
    return five.some(({ key }) => fits.includes(key))
  })
  expect(judged.length).toBeGreaterThanOrEqual(10)
  expect(right.length / judged.length).toBeGreaterThanOrEqual(0.75)
})
