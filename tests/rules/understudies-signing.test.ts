// What understudies sign and why they refuse (rules U19 and A7), read from the rows and the scenario's own words alone: 8 seminars here, and as
// many as SEMINARS says.
import { beforeAll, expect, test, vi } from 'vitest'
import { rehearse } from '#simulation/bots/rehearsal'
import { actorId } from '#simulation/kernel/ids'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import type { Recorded } from '#simulation/shapes/record'
import { chinaGap } from '../support/china-gap'
import { START } from '../support/given'
import { patience } from '../support/patience'

const SEMINARS = Number(process.env.SEMINARS ?? 8)
const FIRST_SEED = 700_000

vi.setConfig({ testTimeout: patience(60_000), hookTimeout: patience(30_000 + SEMINARS * 8_000) })

const { communique, delegations, seats } = chinaGap()

/** Each text that a side never signs, and the clause that offers it. */
const REFUSED = delegations.flatMap(({ id, redLines }) => {
  const offices = seats.filter(({ delegation }) => delegation === id).flatMap(({ objectives }) => objectives)
  return [...redLines.map(({ crossedBy }) => crossedBy), ...offices.map(({ unless }) => unless)].flatMap((shown) =>
    (shown?.words ?? []).map(({ clause: key, of }) => {
      const clause = communique.clauses.find((each) => each.key === key)
      const texts = new Map<string, string>(Object.entries({ ...clause?.brackets, ...clause?.bridges }))
      return { side: String(id), clause: key, text: texts.get(of) ?? 'no such words' }
    }),
  )
})

let told: readonly (readonly Recorded[])[] = []
beforeAll(() => {
  told = Array.from({ length: SEMINARS }, (_, place) => {
    const planned = planSeminar(chinaGap(), defaultChoices(chinaGap(), 'seminar-90', FIRST_SEED + place))
    return rehearse(planned, chinaGap(), START, actorId.parse('chair:vera')).rows
  })
})

/** Where sides came to stand, and what was offered: each with the words of the version and whose words they were at first. */
function* signedIn(rows: readonly Recorded[]) {
  // A side's first words are those of its bracket.
  const words = new Map<string, { by: string; text: string }>(
    communique.clauses.flatMap(({ key, brackets }) =>
      Object.entries(brackets).map(([side, text]) => [`${key} ${side}-1`, { by: side, text }] as const),
    ),
  )
  const at = (clause: string, version: string) => words.get(`${clause} ${version}`) ?? { by: '', text: '' }
  for (const { event } of rows) {
    switch (event.type) {
      case 'VersionPutForward':
        words.set(`${event.clause} ${event.version}`, { by: event.delegation ?? 'chair', text: event.words })
        break
      case 'VersionStoodOn':
        yield { as: 'stands', side: String(event.delegation), clause: event.clause, ...at(event.clause, event.version) }
        break
      case 'StandsTraded':
        for (const { delegation, clause, version } of event.moves)
          yield { as: 'traded', side: String(delegation), clause, ...at(clause, version) }
        break
      case 'OfferMade':
        for (const { clause, version } of [...event.ours, ...event.theirs])
          yield { as: 'offered', side: null, clause, ...at(clause, version) }
        break
    }
  }
}

test('U19 nobody stands on or trades for what their red lines or their offices’ objectives refuse, or offers what any other refuses', () => {
  const seen = { stands: 0, traded: 0, offered: 0 }
  for (const rows of told)
    for (const { as, side, clause, by, text } of signedIn(rows)) {
      expect(text, `the words of a version of ${clause}`).not.toBe('')
      seen[as as keyof typeof seen] += 1
      // One's own first words are what others refuse. Whoever stands is asked about their own side alone, whoever offers about all others.
      for (const refused of REFUSED.filter((one) => one.clause === clause && one.side !== by))
        if (side === null || side === refused.side) expect(text, `${as} by ${side ?? by}`).not.toContain(refused.text)
    }
  expect(seen.stands).toBeGreaterThan(5 * SEMINARS)
  expect(seen.traded).toBeGreaterThan(0)
  expect(seen.offered).toBeGreaterThan(0)
  expect(REFUSED.some(({ text }) => text === 'no such words')).toBe(false)
})

test('A7 nobody refuses at home in the words of a card, which would say why to ratify', () => {
  const asked = delegations.flatMap(({ cards }) => cards.map(({ asks }) => asks))
  const reasons = told.flatMap((rows) =>
    rows.flatMap(({ event }) =>
      event.type === 'RatificationVoted' && event.vote === 'refuse' ? [event.reason ?? 'no reason'] : [],
    ),
  )
  expect(reasons.length).toBeGreaterThan(SEMINARS)
  for (const reason of reasons) expect(asked).not.toContain(reason)
  expect(new Set(reasons).size).toBeGreaterThan(3)
})

test('U25 who refuses at home says the ground of their own office, and no sentence is more than a fifth of a side’s refusals', () => {
  const refused = told.flatMap((rows) =>
    rows.flatMap(({ event }) =>
      event.type === 'RatificationVoted' && event.vote === 'refuse'
        ? [{ seat: String(event.seat), reason: event.reason ?? 'no reason' }]
        : [],
    ),
  )
  const names = communique.clauses.map(({ name, heading }) => name ?? heading)
  const grounds = new Map(
    seats.map(({ id, refuses = '' }) => {
      const cards = delegations.flatMap((side) => side.cards.flatMap((card) => card.grounds?.[id] ?? []))
      return [String(id), [...cards, ...names.map((name) => refuses.replaceAll('{clause}', name))]]
    }),
  )
  for (const { seat, reason } of refused) expect(grounds.get(seat), seat).toContain(reason)
  for (const { id } of delegations) {
    const own = refused.filter(({ seat }) => seat.startsWith(`${id}.`))
    const alike = own.map(({ reason }) => own.filter((other) => other.reason === reason).length)
    // Of a few refusals two may be alike by chance.
    expect(Math.max(0, ...alike), id).toBeLessThanOrEqual(Math.max(2, own.length / 5))
  }
})

test('U25 words that a side took in a trade, and would not have taken for themselves, it signs with a reservation', () => {
  const votes = told.flatMap((rows) =>
    rows.flatMap(({ event }) => (event.type === 'BallotCast' ? [{ vote: event.vote, reason: event.reason }] : [])),
  )
  const reserved = votes.filter(({ vote }) => vote === 'reserved')
  expect(reserved.length).toBeGreaterThan(0)
  expect(reserved.every(({ reason }) => reason !== null && reason !== '')).toBe(true)
  expect(reserved.length).toBeLessThan(votes.length / 2)
})
