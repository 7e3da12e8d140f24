// What a press on the wall does at many tables: a room that an act reaches takes its commands, and one that it does not reach would refuse.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance, follow, type RoomAt, UNOPENED } from '#simulation/engine/advance'
import { chairActor, commandId, delegationId } from '#simulation/kernel/ids'
import { summaryOf, tablePlanOf } from '#simulation/reading/positions/room-summary'
import { askedBefore, type ChairAct, commandsOf, reachOf, readersOf } from '#simulation/reading/talk/chair-acts'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { TablePlan } from '#simulation/wire/watching'
import { type Story, storyOf } from '../../../support/stories/stories'
import { script } from '../../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const runs = 25 * Number(process.env.STORY_TIMES ?? 1)
const chair = chairActor('the-chair')
const nobody = { presence: { seats: [], people: [] }, unsavedSince: null }

/** Acts, and for those that the rules themselves refuse wherever the act reaches nothing: the command that is refused. */
const ACTS: readonly { act: ChairAct; bare?: (state: Story['state']) => ClientCommand }[] = [
  { act: { kind: 'start' }, bare: () => ({ type: 'startPhase', index: 0 }) },
  { act: { kind: 'pause' }, bare: () => ({ type: 'pauseClock' }) },
  { act: { kind: 'resume' }, bare: () => ({ type: 'resumeClock' }) },
  { act: { kind: 'extend', minutes: 5 }, bare: () => ({ type: 'extendClock', minutes: 5 }) },
  { act: { kind: 'unseal' }, bare: () => ({ type: 'unsealRecord' }) },
  { act: { kind: 'autopilot', on: true } },
  { act: { kind: 'autopilot', on: false } },
  { act: { kind: 'next' } },
  { act: { kind: 'end' } },
  { act: { kind: 'close' } },
  { act: { kind: 'ownNews', headline: 'A headline', text: 'And its text.' } },
  { act: { kind: 'note', to: 'room', text: 'A note.' } },
  { act: { kind: 'note', to: 'heads', text: 'A note.' } },
]
/** The acts that name something of the room: each piece of its news, and each of its delegations. */
const actsOf = ({ news, delegations }: TablePlan): readonly ChairAct[] => [
  ...news.map(({ key }): ChairAct => ({ kind: 'news', key })),
  ...delegations.map(({ id }): ChairAct => ({ kind: 'note', to: id, text: 'A note.' })),
]
const named = (id: string) => commandId.parse(`from-the-wall-${id}`)

test('P15 a room that an act reaches takes its commands, one that it does not would have refused, and an undo names its step', () => {
  const seen = { reached: 0, refused: 0, undone: 0, both: 0, forGood: 0, unasked: 0, news: 0, notes: 0 }
  fc.assert(
    fc.property(script(160, true, 'china-gap'), (told) => {
      const { state, rows } = storyOf(told)
      const last = rows.at(-1)
      if (!last) return
      const at = last.at + 1
      // A phase whose end is due ends before anything else is asked of its room.
      if (state.clock && state.clock.pausedAt === null && state.clock.endsAt <= at) return
      const room = {
        id: 'room',
        plan: tablePlanOf(state),
        summary: summaryOf(state, nobody, at),
      }
      const before: RoomAt = follow(UNOPENED, rows)
      const ask = (command: ClientCommand, id: string, from = before) =>
        advance(from, { by: chair, commandId: named(id), command, at, lot: 0.5 })
      for (const { act, bare } of ACTS) {
        let now = before
        const commands = commandsOf(act, room)
        expect(reachOf(act, [room]).length).toBe(commands.length > 0 ? 1 : 0)
        for (const [place, command] of commands.entries()) {
          const verdict = ask(command, String(place), now)
          expect({ act, ok: verdict.ok }).toEqual({ act, ok: true })
          if (verdict.ok) now = verdict.after
          seen.reached += 1
        }
        if (bare && commands.length === 0 && state.plan.kind === 'seminar') {
          expect({ act, ok: ask(bare(state), 'bare').ok }).toEqual({ act, ok: false })
          seen.refused += 1
        }
        // What an act does for good, it is asked about: by its own sheet, or before the step.
        if (act.kind === 'next' || act.kind === 'end') {
          const step = now.state?.lastStep
          const isForGood = commands.length > 0 && (!step?.label || step.final)
          const asked = askedBefore(act, [room])
          if (isForGood) expect(asked?.forGood).toEqual([room])
          for (const one of asked?.filing ?? []) expect(one.files.length).toBeGreaterThan(0)
          seen.forGood += Number(isForGood)
          seen.unasked += Number(commands.length > 0 && asked === null)
        }
        if (commands.length === 1 && now.state && now.state.lastStep !== state.lastStep) {
          const after = summaryOf(now.state, nobody, at)
          const undo = (id: string) =>
            commandsOf({ kind: 'undo', steps: new Map([['room', named(id)]]) }, { ...room, summary: after })
          // The rules judge as the summary says, and no other step is taken back in its place.
          const verdicts = [...undo('0'), { type: 'undoLastStep' as const, of: named('0') }].map(
            (one) => ask(one, 'undo', now).ok,
          )
          expect(new Set(verdicts)).toEqual(new Set([undo('0').length > 0]))
          expect(undo('9')).toEqual([])
          expect(ask({ type: 'undoLastStep', of: named('9') }, 'undo', now).ok).toBe(false)
          seen.undone += 1
        }
      }
      for (const act of actsOf(room.plan)) {
        const [command, ...more] = commandsOf(act, room)
        expect(more).toEqual([])
        if (act.kind === 'news') {
          // What was sent is not sent again, and the rules would refuse it.
          const isSent = state.sent[act.key] !== undefined
          if (isSent)
            expect([command, ask({ type: 'sendInject', key: act.key }, act.key).ok]).toEqual([undefined, false])
          if (command) seen.news += 1
        }
        if (act.kind === 'note') {
          if (command) seen.notes += 1
          expect(command === undefined).toBe(room.summary.closed)
          // Each reader is one who holds a seat of that delegation, and nobody of another.
          const held = Object.values(state.seats).filter(({ delegation, holder }) => delegation === act.to && holder)
          expect(readersOf(act, [room])).toBe(held.length)
        }
        if (command) expect({ act, ok: ask(command, 'named').ok }).toEqual({ act, ok: true })
      }
      for (const act of [
        { kind: 'news', key: 'no-such-news' },
        { kind: 'note', to: delegationId.parse('nowhere'), text: 'A note.' },
      ] satisfies ChairAct[])
        expect(commandsOf(act, room).filter((command) => ask(command, 'unknown').ok)).toEqual([])
      const [pause, resume] = [reachOf({ kind: 'pause' }, [room]), reachOf({ kind: 'resume' }, [room])]
      expect(pause.length + resume.length).toBeLessThan(2)
      seen.both += pause.length + resume.length
    }),
    { seed, numRuns: runs },
  )
  expect(seen.reached).toBeGreaterThan(40)
  expect(seen.refused).toBeGreaterThan(20)
  expect(seen.undone).toBeGreaterThan(5)
  expect(seen.both).toBeGreaterThan(3)
  expect(seen.forGood).toBeGreaterThan(2)
  expect(seen.unasked).toBeGreaterThan(2)
  expect(seen.news).toBeGreaterThan(20)
  expect(seen.notes).toBeGreaterThan(20)
})
