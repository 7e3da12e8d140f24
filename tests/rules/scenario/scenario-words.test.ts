// The built-in scenario's words: they are ours and not the essay's, what lies beyond the essay has a source of its own, and each office
// has something at stake in each round. The essay itself is not in the repository: its text is kept as the hashes of its runs of words.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { delegationOf } from '#simulation/agenda/parties'
import { briefsFor } from '#simulation/planning/briefs'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { sourceReading } from '#simulation/reading/log/gap'
import { checkScenario } from '#simulation/scenario/check'
import { factsNamed } from '#simulation/scenario/fact-mark'
import { citationsOf, sourceLine } from '#simulation/scenario/facts'
import type { Scenario } from '#simulation/scenario/scenario'
import { rehearsedSeminar } from '../../screens/record/rehearsed-seminar'
import { chinaGap } from '../../support/stories/china-gap'
import { CN, JP, US } from '../../support/stories/sides'

/** Words in a row that no text of ours may have in common with the essay. */
const RUN = 9
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
const runsOf = (text: string): readonly string[] => {
  const words = wordsOf(text)
  return words.slice(RUN - 1).map((_last, at) => words.slice(at, at + RUN).join(' '))
}
const hashOf = (run: string): string => createHash('sha256').update(run).digest('base64url').slice(0, 8)
const essay = new Set(readFileSync('tests/support/essay-runs.txt', 'utf8').split('\n'))

const textsOf = (part: unknown): readonly string[] =>
  typeof part === 'string'
    ? [part]
    : typeof part === 'object' && part !== null
      ? Object.values(part).flatMap(textsOf)
      : []

describe('words', () => {
  test('no run of nine words is the essay’s', () => {
    expect(essay.size).toBeGreaterThan(1900)
    const runs = textsOf(chinaGap()).flatMap(runsOf)
    expect(runs.length).toBeGreaterThan(20_000)
    expect(runs.filter((run) => essay.has(hashOf(run)))).toEqual([])
  })

  test('the gists hold what they are cited for', () => {
    const gist = (id: string) => chinaGap().paragraphs.find((each) => each.id === id)?.gist ?? ''
    for (const [id, ...held] of [
      ['E0.2', 'concrete steps'],
      ['E2.1', 'protesters', 'without due cause'],
      ['E2.2', 'history and culture', 'peoples', 'move house'],
      ['E3.1', 'security strategy', 'defence strategy', 'build-up programme', '260 percent'],
      ['E3.2', 'Taiwan Strait', 'core interests'],
      ['E3.3', 'war and colonial rule', 'senshu boei'],
      ['E4.1', 'an order of its own'],
      ['E5.1', 'partisanship', 'inequality', 'Global South', 'ASEAN', 'India'],
    ] as const)
      for (const words of held) expect(gist(id)).toContain(words)
  })

  test('each side names the islands in its own way, and both names stand where the chair speaks', () => {
    const { delegations, seats, stakes, tensions } = chinaGap()
    const said = (id: string) =>
      textsOf([
        delegationOf({ delegations }, id)?.redLines,
        seats.filter((seat) => seat.delegation === id),
        Object.entries(stakes).filter(([seat]) => seat.startsWith(`${id}.`)),
      ]).join(' ')
    expect(said('jp')).toContain('Senkaku')
    expect(said('jp')).not.toContain('Diaoyu')
    expect(said('cn')).toContain('Diaoyu')
    expect(said('cn')).not.toContain('Senkaku')
    for (const text of textsOf(tensions)) if (/Senkaku|Diaoyu/.test(text)) expect(text).toMatch(/Senkaku.*Diaoyu/)
  })
})

describe('facts', () => {
  test('nothing goes beyond the essay without naming a fact, and no fact is without a publication', () => {
    const it = chinaGap()
    expect(JSON.stringify(it)).not.toContain('beyond the essay')
    expect(it.publicFacts.length).toBeGreaterThan(70)
    for (const { source } of it.publicFacts) expect(source?.publication).toBeTruthy()
    expect(it.publicFacts.filter(({ looked }) => looked === 'looked-up').length).toBeGreaterThan(70)
  })

  test('each fact is used by some text, and each that a text names is listed', () => {
    const { publicFacts, ...rest } = chinaGap()
    const named = new Set([...factsNamed(rest), ...listed(rest)])
    expect(publicFacts.map(({ key }) => key).filter((key) => !named.has(key))).toEqual([])
  })

  const planted: readonly (readonly [string, (draft: Scenario) => unknown, RegExp])[] = [
    [
      'a brief that goes beyond its sources and names no fact',
      (draft) => Object.assign(draft.seats[0] ?? {}, { brief: 'They buy the harvest [beyond the essay].' }),
      /it goes beyond the essay; name the fact by its key instead/,
    ],
    [
      'an anchor that says no more than that',
      (draft) => Object.assign(draft.delegations[0]?.interests[0] ?? {}, { anchors: ['beyond the essay'] }),
      /it goes beyond its sources and names no fact/,
    ],
    [
      'a fact that nobody has listed',
      (draft) => Object.assign(draft.lines[0] ?? {}, { facts: ['moon-landing'] }),
      /moon-landing is no public fact/,
    ],
    [
      'a line that cites nothing',
      (draft) => Object.assign(draft.lines[0] ?? {}, { anchors: [], facts: [] }),
      /it cites neither a paragraph nor a fact/,
    ],
    [
      'a fact without a publication',
      (draft) => Object.assign(draft.publicFacts[0] ?? {}, { source: null }),
      /it names no publication/,
    ],
    [
      'an office with nothing at stake in a round',
      (draft) => delete draft.stakes['jp.finance']?.framing,
      /Stakes of jp.finance: nothing is at stake on framing/,
    ],
  ]
  test.each(planted)('the check finds %s', (_what, plant, fault) => {
    const draft = structuredClone(chinaGap())
    plant(draft)
    expect(checkScenario(draft).join('\n')).toMatch(fault)
  })

  test('U5 an understudy files a fact as a source, and never under a paragraph', () => {
    const it = chinaGap()
    let facts = 0
    for (const line of it.lines) {
      const cited = citationsOf(it, line)
      expect(cited.filter((anchor) => typeof anchor === 'string')).toEqual(line.anchors)
      const sources = cited.flatMap((anchor) => (typeof anchor === 'string' ? [] : [anchor.source]))
      const named = it.publicFacts.filter(({ key }) => line.facts?.includes(key))
      expect(sources).toEqual(named.map(sourceLine))
      expect(sources.every((source) => source.length <= 300)).toBe(true)
      facts += sources.length
    }
    expect(facts).toBeGreaterThan(100)
  })

  test('a fact that nobody has looked up names no publication on a page', () => {
    for (const fact of chinaGap().publicFacts)
      if (fact.looked === 'not-looked-up') expect(sourceLine(fact)).not.toContain(fact.source?.publication)
  })
})

describe('stakes', () => {
  test('each office has one in each round, of equal weight for the three sides', () => {
    const it = chinaGap()
    expect(Object.keys(it.stakes)).toHaveLength(18)
    const weights = ['us', 'jp', 'cn'].map(
      (side) =>
        textsOf(
          Object.entries(it.stakes)
            .filter(([seat]) => seat.startsWith(`${side}.`))
            .map(([, each]) => each),
        )
          .join(' ')
          .split(' ').length,
    )
    expect(Math.max(...weights) / Math.min(...weights)).toBeLessThan(1.1)
  })

  test('a delegation’s offices never all want the same: there is something to settle in every caucus', () => {
    const it = chinaGap()
    for (const { id } of it.delegations)
      for (const { key } of it.tensions) {
        const values = Object.entries(it.stakes).flatMap(([seat, each]) =>
          seat.startsWith(`${id}.`) ? [each[key]?.value ?? 0] : [],
        )
        expect(Math.max(...values) - Math.min(...values), `${id} on ${key}`).toBeGreaterThanOrEqual(1)
      }
  })

  test('a brief carries the stakes of the rounds played, and the facts its texts name', () => {
    const { plan } = planSeminar(chinaGap(), defaultChoices(chinaGap(), 'seminar-90', 7))
    const briefs = briefsFor(chinaGap(), plan)
    const finance = briefs.find(({ to }) => to === 'jp.finance')
    expect(finance?.stakes?.map(({ round }) => round)).toEqual(plan.rounds.map(({ key }) => key))
    for (const brief of briefs) {
      const named = factsNamed([brief.sections, brief.stakes ?? []])
      expect(new Set(brief.facts?.map(({ key }) => key) ?? [])).toEqual(
        new Set([...named, ...(brief.sheet?.facts ?? [])]),
      )
    }
  })
})

describe('the line', () => {
  test('on some axis Beijing pays for moving and Tokyo does not stand in the middle', () => {
    const order = (key: string) => {
      const opens = chinaGap().tensions.find((tension) => tension.key === key)?.openings
      return opens && [US, JP, CN].toSorted((a, b) => (opens[a]?.value ?? 0) - (opens[b]?.value ?? 0))
    }
    expect(order('restraint')).toEqual(['jp', 'us', 'cn'])
    expect(order('guardrails')).toEqual(['jp', 'us', 'cn'])
  })

  test('D9 our reading of the essay waits until the record is unsealed', () => {
    const { state } = rehearsedSeminar()
    const [round] = state.plan.rounds
    if (!round) throw new Error('No round was played.')
    expect(sourceReading(state, round)).toMatchObject({ source: 'E', value: -1.5 })
    expect(sourceReading({ ...state, unsealedAt: null }, round)).toBe(null)
  })

  test('the essay is not given a place on a line of which it does not speak, and ours is called a reading', () => {
    const read = Object.fromEntries(chinaGap().tensions.map(({ key, author }) => [key, author?.value]))
    expect(read).toEqual({
      ...{ approach: -1.5, framing: -1, deterrence: 1.5, reassurance: -2, interdependence: -1 },
      ...{ cptpp: -2, guardrails: -2, restraint: undefined, 'regional-order': -0.5 },
    })
  })

  test('a delegation’s words stand at the value they are written for', () => {
    const it = chinaGap()
    for (const line of it.lines) {
      const band = delegationOf(it, line.delegation)?.openings[line.tension]?.band
      if (line.kind === 'closing' && band) {
        expect(line.stance, line.id).toBeGreaterThanOrEqual(band[0])
        expect(line.stance, line.id).toBeLessThanOrEqual(band[1])
      }
    }
  })
})

/** The facts in lists of their own, as `facts: [...]`. */
function listed(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'facts' && Array.isArray(value) ? value.map(String) : listed(value),
  )
}
