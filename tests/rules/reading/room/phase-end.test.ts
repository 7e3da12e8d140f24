// A step of the agenda that no undo takes back is known before it is taken: over whole stories desk and wall ask before each of them, and before
// whatever files for a delegation whose head has not.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance, follow, type RoomAt, UNOPENED } from '#simulation/engine/advance'
import { chairActor, commandId } from '#simulation/kernel/ids'
import { asksBefore, stepAhead, undoableStep } from '#simulation/reading/room/phase-end'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { isRunning, phaseNow, type RoomState } from '#simulation/state/room-state'
import { storyOf } from '../../../support/stories/stories'
import { script, week } from '../../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const runs = 30 * Number(process.env.STORY_TIMES ?? 1)
const chair = chairActor('the-chair')
const SETTINGS = {
  'china-gap': script(160, true, 'china-gap'),
  'five-shores': script(160, true, 'five-shores'),
  'a week': week(200),
}

const named = (what: string, at: number) => commandId.parse(`step-${what}-${at}`)

/** The command by which the chair takes the agenda's next step. */
function stepOf({ agenda, plan }: RoomState): ClientCommand | null {
  if (agenda.status === 'running') return { type: 'endPhase', index: agenda.index }
  return agenda.status === 'between' && plan.phases[agenda.index + 1]
    ? { type: 'startPhase', index: agenda.index + 1 }
    : null
}

test.each(['china-gap', 'five-shores', 'a week'] as const)(
  'P12 in %s a step that no undo takes back is asked about first',
  (setting) => {
    const seen = { forGood: 0, back: 0, filed: 0, between: 0 }

    /** Takes the step, if the rules let the chair, and compares what it did with what was said of it before. */
    function take(from: RoomAt, at: number): RoomAt | null {
      const { state } = from
      const command = state && stepOf(state)
      if (!state || !command) return null
      const verdict = advance(from, { by: chair, commandId: named(command.type, at), command, at, lot: 0.5 })
      if (!verdict.ok) return null
      const ahead = stepAhead(state)
      if (!ahead) throw new Error('A step was taken of which nothing had been said.')
      const isForGood = verdict.after.state === null || undoableStep(verdict.after.state) === null
      const undo: ClientCommand = { type: 'undoLastStep' }
      const undone = advance(verdict.after, { by: chair, commandId: named('undo', at), command: undo, at, lot: 0.5 })
      expect(undone.ok).toBe(!isForGood)
      // Not the other way round: an end that opens no ballot because nobody cast one is asked about like any other.
      if (isForGood) expect(ahead.forGood).toBe(true)
      seen[isForGood ? 'forGood' : 'back'] += 1
      // An understudy files before the end; in a room that is judged without one, its brief is filed with the rest.
      const filed = verdict.rows.filter(({ event }) => event.type === 'PositionFiled').length
      const foretold = ahead.files.reduce((sum, { how, rounds }) => sum + (how === 'nothing' ? 0 : rounds), 0)
      // Where the chair took such an end back, what it filed stands, and the next end files nothing anew.
      const stands = isRunning(state) ? phaseNow(state)?.files : null
      const kept = Object.entries(state.positions).filter(
        ([key, { how, filed: own, draft }]) =>
          stands?.rounds.some((round) => key.startsWith(`${round}/${stands.stage}/`)) &&
          own !== null &&
          how !== 'filed' &&
          !(draft && draft.at > own.at),
      )
      expect(filed + kept.length).toBe(foretold)
      if (filed > 0 && state.plan.kind === 'seminar') expect(asksBefore(state.plan, ahead)).toBe(true)
      seen.filed += filed
      if (state.agenda.status === 'between') seen.between += 1
      return verdict.after
    }

    fc.assert(
      fc.property(SETTINGS[setting], (told) => {
        const { state, rows } = storyOf(told)
        const last = rows.at(-1)
        if (!last) return
        const at = last.at + 1
        // A phase whose end is due ends before anything else is asked of its room.
        if (state.clock && state.clock.pausedAt === null && state.clock.endsAt <= at) return
        const before: RoomAt = follow(UNOPENED, rows)
        take(before, at)
        // The same with the agenda in the chair's hand, who then ends each phase and starts the next.
        const { floor } = state.autopilot
        const command: ClientCommand = { type: 'setAutopilot', agenda: false, floor }
        const off = advance(before, { by: chair, commandId: named('off', at), command, at, lot: 0.5 })
        let now: RoomAt | null = off.ok ? off.after : null
        for (let step = 1; now && step <= 3; step += 1) now = take(now, at + step)
      }),
      { seed, numRuns: runs },
    )
    expect(seen.forGood).toBeGreaterThan(5)
    expect(seen.back).toBeGreaterThan(30)
    expect(seen.filed).toBeGreaterThan(15)
    if (setting !== 'a week') expect(seen.between).toBeGreaterThan(10)
  },
)
