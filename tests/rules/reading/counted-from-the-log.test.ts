// What screens ask of a room is what one counts in its log by hand, in random stories: the newest note and announcement, the injects, the
// statement of the running turn, who was answered most, ballots cast, the outcome of the joint text, and reflections.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delegationIds } from '#simulation/agenda/parties'
import type { DelegationId, SeatId } from '#simulation/kernel/ids'
import { answersFinding } from '#simulation/reading/positions/findings'
import { peopleWhoReflected, reflectionsTo } from '#simulation/reading/positions/reflections'
import { isOver, newestAnnounced, newestNote, sentInjects, unsentInjects } from '#simulation/reading/room/notices'
import { callsBy } from '#simulation/reading/room/room-needs'
import { entryOfTurn, isBeforeFirstWord } from '#simulation/reading/room/who-spoke'
import { ballotsCast, countVotes, outcomeOf } from '#simulation/reading/text/issued-text'
import type { Vote } from '#simulation/shapes/ballots'
import { opensNow, type RoomState } from '#simulation/state/room-state'
import { givenWeek, opensAt, phaseOf } from '../../screens/homework/given-week'
import { AMARA, BEN, DAIKI, FEN } from '../../support/cast'
import type { Room } from '../../support/given'
import { storyOf } from '../../support/stories/stories'
import { script } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const runs = 30 * Number(process.env.STORY_TIMES ?? 1)

const everyEntry = ({ record, privateEntries }: RoomState) =>
  [...record, ...privateEntries].sort((a, b) => a.seq - b.seq)

test('the newest note and the newest announcement are the last that were sent and not taken back', () => {
  const seen = { notes: 0, news: 0, retracted: 0, calls: 0 }
  fc.assert(
    fc.property(script(250), (script) => {
      const { state, rows } = storyOf(script)
      const notes = everyEntry(state).filter(({ event }) => event.type === 'NudgeSent')
      expect(newestNote(state)).toEqual(notes.at(-1) ?? null)
      const taken = new Set(rows.flatMap(({ event }) => (event.type === 'InjectRetracted' ? [event.key] : [])))
      const shown = [...state.record].filter(
        ({ event }) => event.type === 'NudgeSent' || (event.type === 'InjectSent' && !taken.has(event.key)),
      )
      expect(newestAnnounced(state)).toEqual(shown.at(-1) ?? null)
      const sent = rows.flatMap(({ event }) => (event.type === 'InjectSent' ? [event.key] : []))
      expect(sentInjects(state).map(({ event }) => event.key)).toEqual(sent)
      const prepared = state.papers?.injects.map(({ key }) => key) ?? []
      expect(new Set(unsentInjects(state).map(({ inject }) => inject.key))).toEqual(
        new Set(isOver(state) ? [] : prepared.filter((key) => !sent.includes(key))),
      )
      for (const { id } of Object.values(state.seats)) {
        const calls = rows.flatMap(({ event }) => (event.type === 'HelpCalled' && event.seat === id ? [event.no] : []))
        expect(callsBy(state, id).map(({ no }) => no)).toEqual(calls)
        seen.calls += calls.length
      }
      seen.notes += notes.length
      seen.news += sent.length
      seen.retracted += taken.size
    }),
    { seed, numRuns: runs },
  )
  expect(seen.notes).toBeGreaterThan(60)
  expect(seen.news).toBeGreaterThan(20)
  expect(seen.retracted).toBeGreaterThan(0)
  expect(seen.calls).toBeGreaterThan(20)
})

test('the statement of the running turn is the last of its speaker, and before the first word nothing was said or revealed', () => {
  const seen = { turns: 0, silent: 0, before: 0 }
  fc.assert(
    // Without undo: an undone step gives the floor back as it was, which the rows do not say.
    fc.property(script(250, false), (script) => {
      const { states, rows } = storyOf(script)
      let before = true
      let turn: { seat: SeatId; no: string | null } | null = null
      for (const [index, { event }] of rows.entries()) {
        const state = states[index]
        if (!state) continue
        if (event.type === 'StatementMade' || event.type === 'PositionsRevealed') before = false
        expect(isBeforeFirstWord(state)).toBe(before)
        if (before) seen.before += 1
        if (event.type === 'FloorGranted') turn = { seat: event.seat, no: null }
        if (event.type === 'FloorEnded') turn = null
        if (event.type === 'StatementMade' && turn?.seat === event.seat) turn.no = state.record.last()?.no ?? null
        expect(entryOfTurn(state)).toBe(turn?.no ?? null)
        if (turn?.no) seen.turns += 1
        else if (turn) seen.silent += 1
      }
    }),
    { seed, numRuns: runs },
  )
  expect(seen.turns).toBeGreaterThan(60)
  expect(seen.silent).toBeGreaterThan(60)
  expect(seen.before).toBeGreaterThan(60)
})

/** A post in the week's debate: of whom, whether it answers one before it and which, and whether it is withdrawn again. */
const post = fc.record({
  by: fc.constantFrom(AMARA, BEN, DAIKI, FEN),
  answers: fc.option(fc.nat(), { freq: 4 }),
  withdrawn: fc.nat(7).map((die) => die === 0),
})

function posted(posts: readonly (typeof post extends fc.Arbitrary<infer Post> ? Post : never)[]): Room {
  const room = givenWeek(opensAt('floor'))
  const numbers: number[] = []
  for (const { by, answers, withdrawn } of posts) {
    const to = answers === null ? null : (numbers[answers % Math.max(1, numbers.length)] ?? null)
    const words = {
      phase: phaseOf('floor'),
      round: 'framing',
      text: 'We see it so.',
      intent: 'point',
      anchors: [],
    } as const
    room.does(by, { type: 'postStatement', ...words, anchors: [], answers: to })
    const no = room.state.record.length
    numbers.push(no)
    if (withdrawn) room.does(by, { type: 'withdrawStatement', entry: no, reason: null })
  }
  return room
}

/** How often each delegation was answered by another, entry by entry. */
function timesAnswered(state: RoomState): ReadonlyMap<DelegationId, number> {
  const times = new Map(delegationIds(state.plan).map((id) => [id, 0]))
  const sideOf = (seat: SeatId) => state.seats[seat]?.delegation ?? null
  for (const { no, event } of state.record) {
    if (event.type !== 'StatementMade' && event.type !== 'StatementPosted') continue
    if (event.answers === null || Object.hasOwn(state.withdrawn, no)) continue
    const answered = state.record.at(event.answers - 1)?.event
    if (answered?.type !== 'StatementMade' && answered?.type !== 'StatementPosted') continue
    const [from, to] = [sideOf(event.seat), sideOf(answered.seat)]
    if (from !== null && to !== null && from !== to) times.set(to, (times.get(to) ?? 0) + 1)
  }
  return times
}

test('the delegations said to be answered most and least are, and nobody more or less', () => {
  const seen = { none: 0, even: 0, ranked: 0 }
  fc.assert(
    fc.property(fc.array(post, { maxLength: 14 }), (posts) => {
      const { state } = posted(posts)
      const times = timesAnswered(state)
      const [most, least] = [Math.max(...times.values()), Math.min(...times.values())]
      const found = answersFinding(state)
      seen[found.kind] += 1
      const kind = most === 0 ? 'none' : most === least ? 'even' : 'ranked'
      expect(found.kind).toBe(kind)
      if (found.kind === 'even') expect(found.count).toBe(most)
      if (found.kind !== 'ranked') return
      const at = (count: number) => [...times].flatMap(([id, own]) => (own === count ? [id] : []))
      expect(found.most).toMatchObject({ at: at(most), value: most })
      expect(found.least).toMatchObject({ at: at(least), value: least })
    }),
    { seed, numRuns: 2 * runs },
  )
  expect(seen.none).toBeGreaterThan(2)
  expect(seen.even).toBeGreaterThan(0)
  expect(seen.ranked).toBeGreaterThan(10)
})

test('ballots are counted while they are sealed, and the outcome once it is issued', () => {
  const seen = { cast: 0, issued: 0, passed: 0 }
  fc.assert(
    fc.property(script(250, false), (script) => {
      const { states, rows } = storyOf(script)
      const cast = new Set<string>()
      for (const [index, { event, seq }] of rows.entries()) {
        const state = states[index]
        if (!state) continue
        if (event.type === 'BallotCast' || event.type === 'BallotSealed')
          cast.add(`${event.clause}/${event.delegation}`)
        if (opensNow(state, 'votes')) {
          const clean = state.clauses.filter(
            ({ stands }) => new Set(Object.values(stands).map(({ version }) => version)).size === 1,
          )
          const put = clean.filter(({ stands }) => Object.values(stands)[0]?.version !== null)
          expect(ballotsCast(state)).toEqual({ cast: cast.size, of: put.length * state.plan.delegations.length })
          seen.cast += cast.size
        }
        if (event.type !== 'CommuniqueIssued') continue
        const { clauses } = event
        const entry = [...state.record].find((one) => one.seq === seq)
        const outcome = outcomeOf(state)
        expect(outcome).toMatchObject({ clauses, no: entry?.no })
        let passed = 0
        for (const clause of clauses) if (clause.outcome === 'passed') passed += 1
        expect(outcome?.passed).toBe(passed)
        expect(outcome?.bracketed).toBe(clauses.length - clauses.filter(({ standing }) => standing.length === 0).length)
        seen.issued += 1
        seen.passed += passed
      }
    }),
    { seed, numRuns: runs },
  )
  expect(seen.cast).toBeGreaterThan(20)
  expect(seen.issued).toBeGreaterThan(3)
  expect(seen.passed).toBeGreaterThan(0)
})

test('votes are counted by what they are', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(5), fc.nat(5), (yes, neither, no) => {
      const votes = [
        ...Array.from({ length: no }, (): Vote => 'against'),
        ...Array.from({ length: yes }, (): Vote => 'for'),
        ...Array.from({ length: neither }, (): Vote => 'abstain'),
      ]
      expect(countVotes([...votes, 'reserved'])).toEqual({ for: yes, reserved: 1, abstain: neither, against: no })
    }),
  )
})

test('reflections are those written last by each person to each prompt, oldest first', () => {
  const seen = { written: 0, people: 0 }
  fc.assert(
    fc.property(script(250), (script) => {
      const { state, rows } = storyOf(script)
      const last = new Map<string, { person: string; prompt: number; text: string; at: number }>()
      for (const { event, at } of rows)
        if (event.type === 'ReflectionWritten')
          last.set(`${event.prompt} of ${event.person}`, {
            person: event.person,
            prompt: event.prompt,
            text: event.text,
            at,
          })
      const written = [...last.values()]
      expect(peopleWhoReflected(state)).toBe(new Set(written.map(({ person }) => person)).size)
      for (const [prompt] of state.plan.reflectionPrompts.entries()) {
        const found = reflectionsTo(state, prompt)
        expect(new Set(found.map(({ person, text }) => `${person}: ${text}`))).toEqual(
          new Set(written.filter((one) => one.prompt === prompt).map(({ person, text }) => `${person}: ${text}`)),
        )
        for (const [place, { at }] of found.entries()) expect(at).toBeGreaterThanOrEqual(found[place - 1]?.at ?? 0)
      }
      seen.written += written.length
      seen.people += peopleWhoReflected(state)
    }),
    { seed, numRuns: runs },
  )
  expect(seen.written).toBeGreaterThan(20)
  expect(seen.people).toBeGreaterThan(15)
})
