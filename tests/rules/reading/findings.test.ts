// Every sentence that screens state about a room is true by brute force from its log (L15), and chosen only when it holds.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delegationIds } from '#simulation/agenda/parties'
import type { DelegationId, FilingStage, SeatId, TensionKey } from '#simulation/kernel/ids'
import type { Values } from '#simulation/reading/log/gap'
import { linesFinding, roundFinding, shiftFinding, sightOf } from '#simulation/reading/positions/findings'
import { closestRounds, widestRounds } from '#simulation/reading/record/proofs'
import { talkFinding } from '#simulation/reading/talk/talk'
import type { EventOf } from '#simulation/shapes/room-event'
import { given } from '../../support/given'
import { homeworkIn } from '../../support/machines/settings'
import { CN, JP, US } from '../../support/stories/sides'
import { Story, storyOf } from '../../support/stories/stories'
import { script, week } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
/** The two members of the gap in the small seminar and the stories, and the delegation outside it. */
const [FIRST, WEIGHED, OUTSIDE] = [US, JP, CN]

const apart = (values: Values, a: DelegationId, b: DelegationId): number | null => {
  const [left, right] = [values[a], values[b]]
  return left === undefined || right === undefined ? null : Math.abs(left - right)
}

/** The one finding that three positions support, worked out from the numbers. */
function expected(values: Values): object {
  const [us, jp, cn] = [values[FIRST], values[WEIGHED], values[OUTSIDE]]
  const absent = [FIRST, WEIGHED].filter((id) => values[id] === undefined)
  if (us === undefined || jp === undefined)
    return { kind: absent.length === 2 && cn === undefined ? 'nothing' : 'incomplete', absent }
  const gap = Math.abs(us - jp)
  if (gap === 0) return { kind: 'together', everybody: cn === us }
  if (cn !== undefined && Math.abs(jp - cn) < gap)
    return { kind: 'nearer-outside', member: WEIGHED, outside: OUTSIDE, gap }
  return { kind: 'apart', gap, lean: us * jp > 0 ? 'one-end' : us * jp < 0 ? 'both-ends' : 'middle' }
}

const half = fc.integer({ min: -6, max: 6 }).map((halves) => halves / 2)
const filed = fc.option(half, { nil: undefined })

test('a round’s finding is the one its positions bear out, whoever has filed', () => {
  const { plan } = given().state
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(filed, filed, filed, (us, jp, cn) => {
      const values: Values = {}
      if (us !== undefined) values[FIRST] = us
      if (jp !== undefined) values[WEIGHED] = jp
      if (cn !== undefined) values[OUTSIDE] = cn
      const found = roundFinding(plan, values)
      expect(found).toEqual(expected(values))
      seen.set(found.kind, (seen.get(found.kind) ?? 0) + 1)
    }),
    { seed, numRuns: 300 },
  )
  for (const kind of ['nothing', 'incomplete', 'together', 'nearer-outside', 'apart'])
    expect(seen.get(kind), kind).toBeGreaterThan(1)
})

type Reveals = Readonly<Record<FilingStage, EventOf<'PositionsRevealed'>['positions'] | undefined>>
type RevealedRound = { round: TensionKey; reveals: Reveals; latest: Values }

/** What the log says of each revealed round, in the plan's order. */
function roundsIn({ rows, plan }: Story): readonly RevealedRound[] {
  return plan.rounds.flatMap(({ key }): RevealedRound[] => {
    const revealed = (stage: FilingStage) =>
      rows.flatMap(({ event }) =>
        event.type === 'PositionsRevealed' && event.round === key && event.stage === stage ? [event.positions] : [],
      )[0]
    const reveals = { opening: revealed('opening'), closing: revealed('closing') }
    const latest = [reveals.closing, reveals.opening].map(valuesOf).find((values) => Object.keys(values).length > 0)
    return latest ? [{ round: key, reveals, latest }] : []
  })
}

function valuesOf(positions: Reveals[FilingStage]): Values {
  const values: Values = {}
  for (const id of [FIRST, WEIGHED, OUTSIDE]) {
    const value = positions?.[id]?.position.value
    if (value !== undefined) values[id] = value
  }
  return values
}

/** The gap that the first member's last guess implied, and the actual gap then. */
function seenIn({ reveals }: RevealedRound): { taken: number; actual: number } | null {
  for (const positions of [reveals.closing, reveals.opening]) {
    const own = positions?.[FIRST]?.position
    const guess = own?.guesses[WEIGHED]
    if (!own || guess === undefined) continue
    const actual = apart(valuesOf(positions), FIRST, WEIGHED)
    return actual === null ? null : { taken: Math.abs(own.value - guess), actual }
  }
  return null
}

const mean = (some: readonly number[]) => some.reduce((sum, value) => sum + value, 0) / some.length

test('what is said of all rounds is what the log’s reveals come to', () => {
  const seen = { rounds: 0, judged: 0, shifts: 0, widest: 0 }
  fc.assert(
    fc.property(script(260, true, 'china-gap'), (script) => {
      const story = storyOf(script)
      const { state } = story
      const rounds = roundsIn(story)
      const gaps = rounds.flatMap(({ round, latest }) => {
        const gap = apart(latest, FIRST, WEIGHED)
        return gap === null ? [] : [{ round, gap }]
      })
      const widest = Math.max(...gaps.map(({ gap }) => gap))
      const least = Math.min(...gaps.map(({ gap }) => gap))
      const at = (width: number) => gaps.flatMap(({ round, gap }) => (gap === width ? [round] : []))
      const known = gaps.length > 0
      const names = (rounds: readonly string[]) => (rounds.length > 3 ? 'many' : rounds.length > 1 ? 'shared' : 'alone')
      const extreme = (value: number) => ({ at: at(value), value, of: gaps.length, stands: names(at(value)) })
      expect(widestRounds(state)).toEqual(known ? extreme(widest) : null)
      expect(closestRounds(state)).toEqual(known ? extreme(least) : null)

      const judged = rounds.flatMap((told) => seenIn(told) ?? [])
      const sight = sightOf(state)
      expect(sight).toMatchObject({
        nearer: judged.filter(({ taken, actual }) => taken <= actual - 0.5).length,
        further: judged.filter(({ taken, actual }) => taken >= actual + 0.5).length,
        same: judged.filter(({ taken, actual }) => taken === actual).length,
        meanBelieved: judged.length === 0 ? null : mean(judged.map(({ taken }) => taken)),
      })
      const lines = linesFinding(state)
      expect(lines.kind).toBe(judged.length > 0 ? 'judged' : known ? 'widest' : 'unknown')
      if (lines.kind === 'widest') expect(lines.widest).toEqual(extreme(widest))
      if (lines.kind === 'judged') {
        const count = (fits: (off: number) => boolean) =>
          judged.filter(({ taken, actual }) => fits(taken - actual)).length
        const counts = {
          nearer: count((off) => off < 0),
          further: count((off) => off > 0),
          same: count((off) => off === 0),
        }
        expect(lines.of).toBe(judged.length)
        expect(Object.fromEntries(lines.ways.map((each) => [each.way, each.count]))).toEqual(
          Object.fromEntries(Object.entries(counts).filter(([, times]) => times > 0)),
        )
        const told = lines.ways.map((each) => each.count)
        expect(told).toEqual(told.toSorted((a, b) => b - a))
      }

      const shifts = shiftFinding(state).flatMap(({ shift, rounds }) => rounds.map((round) => [round, shift]))
      for (const { round, reveals } of rounds) {
        const [open, close] = [reveals.opening, reveals.closing].map((some) => apart(valuesOf(some), FIRST, WEIGHED))
        const told = shifts.find(([key]) => key === round)?.[1]
        if (open == null || close == null) expect(told).toBeUndefined()
        else expect(told).toBe(close < open ? 'narrowed' : close > open ? 'widened' : 'held')
        if (told) seen.shifts += 1
      }

      seen.rounds += rounds.length
      seen.judged += judged.length
      if (lines.kind === 'widest') seen.widest += 1
    }),
    { seed, numRuns: 30 },
  )
  expect(seen.rounds).toBeGreaterThan(30)
  expect(seen.judged).toBeGreaterThan(5)
  expect(seen.shifts).toBeGreaterThan(3)
  expect(seen.widest).toBeGreaterThan(1)
})

test('D4 who was heard is what the log’s turns and statements come to', () => {
  const seen = { rooms: 0, time: 0, statements: 0, silent: 0 }
  // Without undo: an undone turn does not count as spoken.
  fc.assert(
    fc.property(fc.oneof(script(200, false), week(120, 'china-gap')), (script) => {
      const story = new Story(homeworkIn(script.setting).includes(script.agenda) ? { ...script, undo: false } : script)
      const { state, rows, plan } = story
      const found = talkFinding(state)
      const amount = new Map<SeatId, number>()
      const own = new Map<string, number>()
      const sideOf = (seat: SeatId) => plan.seats.find(({ id }) => id === seat)?.delegation ?? ''
      const add = (seat: SeatId, who: string, more: number) => {
        amount.set(seat, (amount.get(seat) ?? 0) + more)
        own.set(`${sideOf(seat)} ${who}`, (own.get(`${sideOf(seat)} ${who}`) ?? 0) + more)
      }
      const opened = new Set(rows.flatMap(({ event }) => (event.type === 'StatementPosted' ? [event.unseals] : [])))
      // Whoever sits in a seat speaks from it; an understudy speaks as the seat.
      const holders = new Map<SeatId, string>()
      const heard = new Set<string>()
      const who = (actor: string) => actor.slice(actor.indexOf(':') + 1)
      let speaker = ''
      for (const { event, by } of rows) {
        if (event.type === 'SeatTaken') holders.set(event.seat, event.person)
        if (event.type === 'SeatLeft') holders.delete(event.seat)
        if (event.type === 'FloorGranted') speaker = holders.get(event.seat) ?? event.seat
        if (found.by === 'time' && event.type === 'FloorEnded') {
          add(event.seat, speaker, event.spokenMs)
          if (event.spokenMs >= 1000) heard.add(`${sideOf(event.seat)} ${speaker}`)
        }
        if (found.by === 'statements' && event.type === 'StatementPosted') add(event.seat, who(event.author), 1)
        if (found.by === 'statements' && event.type === 'PostSealed' && !opened.has(event.no))
          add(event.seat, who(by), 1)
        if (event.type === 'StatementMade') heard.add(`${sideOf(event.seat)} ${who(by)}`)
        // The chair may give the floor in a week too.
        if (found.by === 'statements' && event.type === 'StatementMade') add(event.seat, who(by), 1)
      }
      const rounded = (sum = 0) => (found.by === 'time' ? Math.round(sum / 1000) : sum)
      const said = (seat: SeatId) => rounded(amount.get(seat))
      const chairs = plan.seats.filter(({ delegation }) => delegation !== null)
      const all = chairs.reduce((sum, { id }) => sum + said(id), 0)
      expect(found.by).toBe(plan.kind === 'seminar' ? 'time' : 'statements')
      if (all === 0) {
        expect(found.kind).toBe('nobody')
        return
      }
      const heads = chairs.filter(({ head }) => head).reduce((sum, { id }) => sum + said(id), 0)
      // A delegate is mentioned who sits there at the end, whose understudy plays there, or who spoke for the delegation.
      const filled = new Set([...heard, ...own.keys()].filter((one) => heard.has(one) || found.by === 'statements'))
      for (const { id, delegation, mirrors } of chairs) {
        const holder = holders.get(id)
        if (holder ?? (plan.understudies && mirrors === null)) filled.add(`${delegation} ${holder ?? id}`)
      }
      const sits = (seat: SeatId) => holders.has(seat) || played.some(({ id }) => id === seat)
      const played = chairs.filter(({ id, mirrors }) => plan.understudies && mirrors === null && !holders.has(id))
      const scripts = new Set(played.map(({ id, delegation }) => `${delegation} ${id}`))
      const people = [...filled].filter((one) => !scripts.has(one))
      const silent = people.filter((one) => rounded(own.get(one)) === 0).length
      const moved = [...own.keys()].filter((one) => rounded(own.get(one)) > 0 && !filled.has(one)).length
      expect(moved).toBe(0)
      expect(found).toEqual({
        ...{ by: found.by, kind: 'heads', share: Math.round((heads / all) * 100), silent },
        ...{ people: people.length, played: played.length },
        heads: chairs.filter(({ id, head }) => head && (sits(id) || said(id) > 0)).length,
        absent: delegationIds(plan).filter((id) => ![...filled].some((one) => one.startsWith(`${id} `))),
        heard: silent > 0 ? 'some' : people.length < 3 ? 'untold' : 'all',
      })
      seen.rooms += 1
      seen[found.by] += 1
      seen.silent += silent
    }),
    { seed, numRuns: 30 },
  )
  expect(seen.time).toBeGreaterThan(5)
  expect(seen.statements).toBeGreaterThan(5)
  expect(seen.silent).toBeGreaterThan(5)
})
