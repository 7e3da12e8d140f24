// The title of the debrief is true (L15, D14): its English sentence is read back and judged on the reveals alone, by an oracle that knows
// nothing of simulation/reading. Rooms are adversarial: ties, means against majorities, missing guesses, briefs, missing rounds, closings that are held.
import fc from 'fast-check'
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { RoomState } from '#simulation/state/room-state'
import { messages } from '../../../app/_messages/en'
import { useHeadline, useLinesTitle } from '../../../app/rooms/[roomId]/debrief/findings'
import { HeadProof, LinesProof, ShiftProof } from '../../../app/rooms/[roomId]/debrief/gap-proofs'
import { type Fact, factOf, judgeProofs, type Side } from '../../support/files/judged-proofs'
import { proofIn } from '../../support/files/proof-rows'
import { alike, latestOf, opened, type Round, roomWith, roundsWith } from '../../support/stories/revealed-rounds'
import { CN, JP, US } from '../../support/stories/sides'

function Words({ state }: { state: RoomState }) {
  const { headline, lead, stood } = useHeadline(state)
  return (
    <>
      {[headline, lead ?? '', useLinesTitle(state)].join('|')}|
      <HeadProof state={state} room="room" stood={stood} />|
      <LinesProof state={state} room="room" />|
      <ShiftProof state={state} room="room" />
    </>
  )
}

function wordsOf(state: RoomState) {
  const [headline = '', lead = '', lines = '', ...proofs] = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <Words state={state} />
    </NextIntlClientProvider>,
  )
    .replaceAll('&#x27;', '’')
    .split('|')
  const [head = [], ofLines = [], shift = []] = proofs.map(proofIn)
  return { headline, lead, lines, proofs: { head, lines: ofLines, shift } }
}

const numberIn = (words: string, before: RegExp): number => Number(before.exec(words)?.[1] ?? 0)

/** Reads the sentence and says what it claims. */
function claimIn(headline: string) {
  const form = (pattern: RegExp) => pattern.exec(headline)?.groups ?? null
  const nearer = String.raw`Tokyo stood nearer to (?<side>\w+) than to \w+`
  const all = form(
    new RegExp(
      `^In (?:all (?<n>\\d+) rounds(?<some> that can be compared)?|the one round that can be compared) ${nearer}(?<saw>, and Washington (?:saw it|did not see it))?\\.$`,
    ),
  )
  if (all) return { form: 'all' as const, side: all.side, n: Number(all.n ?? 1), saw: all.saw }
  const tied = form(
    /^In (?:all (?<n>\d+) rounds(?<some> that can be compared)?|the one round that can be compared) Tokyo stood as far from Beijing as from Washington\.$/,
  )
  if (tied) return { form: 'tied' as const, n: Number(tied.n ?? 1) }
  const rest = String.raw`(?:; in (?<against>\d+) it was the other way)?(?:; in (?<tied>\d+) both were equal)?\.$`
  const most = form(new RegExp(`^In (?<k>\\d+) of (?<n>\\d+) rounds(?<some> that can be compared)? ${nearer}${rest}`))
  if (most)
    return {
      form: 'most' as const,
      side: most.side,
      k: Number(most.k),
      n: Number(most.n),
      against: Number(most.against ?? 0),
      tied: Number(most.tied ?? 0),
    }
  const split = form(
    /^Tokyo stood as often nearer to Beijing as to Washington: (?<k>one|\d+) rounds? each(?:; in (?<tied>\d+) both were equal)?\.$/,
  )
  if (split)
    return { form: 'split' as const, k: split.k === 'one' ? 1 : Number(split.k), tied: Number(split.tied ?? 0) }
  if (/^Nobody filed a position/.test(headline)) return { form: 'briefs' as const }
  if (/^Too few positions were revealed/.test(headline)) return { form: 'unknown' as const }
  throw new Error(`No form of the grammar: ${headline}`)
}

/** Holds the title that names the widest gap against the positions, and says which form it has. */
function judgedWidest(
  lines: string,
  rounds: readonly (Round | null)[],
): 'only' | 'even' | 'some' | 'many' | 'unmeasured' {
  const gaps = rounds.flatMap((round, place) => {
    const { [US]: us, [JP]: jp } = latestOf(round)
    return us && jp ? [{ place, gap: Math.abs(us.value - jp.value) }] : []
  })
  if (lines === 'The gap cannot be measured') {
    expect(gaps).toEqual([])
    return 'unmeasured'
  }
  const most = Math.max(...gaps.map(({ gap }) => gap))
  const widest = gaps.filter(({ gap }) => gap === most).map(({ place }) => opened.rounds[place]?.title ?? '')
  const named = (topics = '') => {
    const all = opened.rounds.map(({ title }) => title)
    expect(all.filter((title) => topics.toLowerCase().includes(title.toLowerCase().replace('?', '')))).toEqual(widest)
  }
  const form = (pattern: string) => new RegExp(`^The allies stood ${pattern}$`).exec(lines)?.groups
  const even = form('(?<far>[\\d.]+) apart in every round')
  if (even) {
    expect([Number(even.far), widest.length]).toEqual([most, gaps.length])
    expect(gaps.length).toBeGreaterThan(1)
    return 'even'
  }
  const only = form('(?<far>[\\d.]+) apart on (?<topics>.+)')
  if (only) {
    expect([Number(only.far), gaps.length]).toEqual([most, 1])
    named(only.topics)
    return 'only'
  }
  const some = form('furthest apart on (?<topics>.+): (?<far>[\\d.]+)(?<each> each)?')
  if (some) {
    expect([Number(some.far), some.each !== undefined]).toEqual([most, widest.length > 1])
    expect(widest.length).toBeLessThan(gaps.length)
    named(some.topics)
    return 'some'
  }
  const many = form('at most (?<far>[\\d.]+) apart, in (?<count>\\d+) of (?<of>\\d+) rounds')
  if (!many) throw new Error(`No form of the grammar: ${lines}`)
  expect([many.far, many.count, many.of].map(Number)).toEqual([most, widest.length, gaps.length])
  expect(widest.length).toBeGreaterThan(3)
  expect(widest.length).toBeLessThan(gaps.length)
  return 'many'
}

test('D14 D40 the title of the debrief, what stands beneath it and their proofs are true of the reveals', () => {
  const seen = {
    ...{ all: 0, most: 0, split: 0, tied: 0, briefs: 0, unknown: 0, saw: 0, told: 0, byBrief: 0, put: 0 },
    ...{ closed: 0, held: 0, only: 0, even: 0, some: 0, many: 0, unmeasured: 0 },
  }
  fc.assert(
    fc.property(fc.oneof(roundsWith(true), alike), (rounds) => {
      const state = roomWith(rounds)
      const read = wordsOf(state)
      const { headline, lead, lines } = read
      const proven = judgeProofs(read.proofs, state, rounds)
      const facts = rounds.flatMap((one) => factOf(one) ?? [])
      const count = (nearer: Fact['nearer']) => facts.filter((fact) => fact.nearer === nearer).length
      const claim = claimIn(headline)
      // Of rounds that nobody can compare it is said that they are not among them.
      const [, several] = /(?:all|of) (\d+) rounds/.exec(headline) ?? []
      if (several !== undefined)
        expect(headline.includes('that can be compared')).toBe(Number(several) < opened.rounds.length)
      seen[claim.form] += 1
      const other = (side: string | undefined): Side => (side === 'Beijing' ? 'Washington' : 'Beijing')
      const last = rounds.flatMap((one) => Object.values(latestOf(one)))
      const somebody = last.some((each) => each && !each.byBrief)
      const anybody = last.length > 0
      seen.closed += rounds.filter((one) => one && latestOf(one) === one.closing).length
      seen.held += last.filter((each) => each?.how === 'held').length
      if (anybody) expect(claim.form === 'briefs').toBe(!somebody)
      if (claim.form === 'all' || claim.form === 'most') expect(proven.side).toBe(claim.side)
      if (claim.form === 'split') expect(proven.holds).toBe(claim.k)
      switch (claim.form) {
        case 'all':
          expect([claim.n, count(claim.side as Side)]).toEqual([facts.length, facts.length])
          if (claim.saw) seen.saw += 1
          if (claim.saw?.includes('saw it')) expect(facts.every(({ told }) => told === true)).toBe(true)
          if (claim.saw?.includes('did not')) expect(facts.every(({ told }) => told === false)).toBe(true)
          break
        case 'tied':
          expect([claim.n, count('equal')]).toEqual([facts.length, facts.length])
          break
        case 'most':
          expect(claim).toMatchObject({
            n: facts.length,
            k: count(claim.side as Side),
            against: count(other(claim.side)),
            tied: count('equal'),
          })
          expect(claim.k).toBeGreaterThan(claim.against)
          break
        case 'split':
          expect(claim).toMatchObject({ k: count('Beijing'), tied: count('equal') })
          expect(claim.k).toBe(count('Washington'))
          break
        case 'unknown':
          expect(facts).toEqual([])
          break
        case 'briefs':
          break
        default:
          claim satisfies never
      }
      const told =
        /In (\d+) rounds?(?: that can be compared)? Washington guessed both with its last position; it told which was nearer in (\d+)\./.exec(
          lead,
        )
      if (told) {
        seen.told += 1
        const guessed = facts.filter((fact) => fact.told !== null)
        expect(told.slice(1).map(Number)).toEqual([guessed.length, guessed.filter((fact) => fact.told).length])
      }
      if (claim.form !== 'briefs' && claim.form !== 'unknown')
        for (const [capital, id] of [
          ['Washington', US],
          ['Tokyo', JP],
          ['Beijing', CN],
        ] as const) {
          const by = facts.filter(({ briefs }) => briefs.includes(id)).length
          if (by > 0) seen.byBrief += 1
          expect(
            numberIn(lead, new RegExp(`${capital}’s position in (\\d+) rounds?`)),
            `${capital} by brief: ${lead}`,
          ).toBe(by)
        }
      expect(`${headline} ${lead}`).not.toMatch(/as filed|on average over \d+ rounds Tokyo/i)
      if (lines.startsWith('Washington thought Tokyo')) {
        seen.put += 1
        // The last guess, against what was filed with it.
        const off = rounds.flatMap((one) => {
          for (const { [US]: us, [JP]: jp } of one ? [one.closing, one.opening] : []) {
            const guess = us?.guesses[JP]
            if (us && guess !== undefined) return jp ? [Math.abs(us.value - guess) - Math.abs(us.value - jp.value)] : []
          }
          return []
        })
        const of = (fits: (far: number) => boolean) => off.filter(fits).length
        expect(numberIn(lines, /nearer than it stood in (\d+)/)).toBe(of((far) => far < 0))
        expect(numberIn(lines, /further off than it stood in (\d+)/)).toBe(of((far) => far > 0))
        expect(numberIn(lines, /as far off as it stood in (\d+)/)).toBe(of((far) => far === 0))
        expect(numberIn(lines, /of (\d+) rounds?/)).toBe(off.length)
      } else seen[judgedWidest(lines, rounds)] += 1
    }),
    { seed: Number(process.env.STORY_SEED ?? 20260112), numRuns: 500 * Number(process.env.STORY_TIMES ?? 1) },
  )
  for (const [form, times] of Object.entries(seen)) expect(times, form).toBeGreaterThan(2)
})
