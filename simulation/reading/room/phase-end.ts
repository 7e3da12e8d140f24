// What the agenda's next step does that no undo takes back, which step an undo takes back, and what the end of a phase files for delegations
// whose heads have not. Desk and wall ask before they take a step for good, and both take it from here.
import { opens } from '../../agenda/phase-kinds'
import type { PhasePlan, RoomPlan } from '../../agenda/plan'
import type { DelegationId } from '../../kernel/ids'
import { sealsPosts } from '../../questions/homework'
import { isRunning, phaseNow, type RoomState } from '../../state/room-state'
import { type Foretold, foretold } from '../log/filings'

/** How a delegation will stand in so many rounds whose head has filed nothing there. */
export type FiledByEnd = Readonly<{ delegation: DelegationId; how: Exclude<Foretold['how'], 'filed'>; rounds: number }>

export type StepAhead = Readonly<{
  /** It opens positions, ballots, posts or the record, or files closing positions: no undo takes that back (P12). */
  forGood: boolean
  /** What the end of the running phase files; nothing where it is the next phase that is started. */
  files: readonly FiledByEnd[]
}>

/** The end of the running phase, with the start of the next where the autopilot takes it; between two phases the start of the next. */
export function stepAhead(state: RoomState): StepAhead | null {
  const { agenda, autopilot, plan, closedAt } = state
  if (closedAt !== null) return null
  const next = plan.phases[agenda.index + 1]
  if (isRunning(state))
    return {
      forGood: endOpens(state) || (autopilot.agenda && startOpens(state, next)),
      files: filedByEnd(state),
    }
  return agenda.status === 'between' && next ? { forGood: startOpens(state, next), files: [] } : null
}

function endOpens(state: RoomState): boolean {
  const phase = phaseNow(state)
  const counts = opens(phase, 'votes') || opens(phase, 'ratifies')
  return phase?.files?.stage === 'closing' || counts || sealsPosts(state, state.agenda.index)
}

const startOpens = (state: RoomState, phase: PhasePlan | undefined): boolean =>
  phase?.reveals != null || (opens(phase, 'unseals') && state.unsealedAt === null)

/** Each delegation with each way in which it will stand, as far as its head has not filed. */
export function filedByEnd(state: RoomState): readonly FiledByEnd[] {
  const found = new Map<string, FiledByEnd>()
  for (const { delegation, how } of foretold(state)) {
    if (how === 'filed') continue
    const key = `${delegation} ${how}`
    found.set(key, { delegation, how, rounds: (found.get(key)?.rounds ?? 0) + 1 })
  }
  return [...found.values()]
}

/** Whether the chair is asked before the step: where it is for good, and in a seminar where it files for somebody. */
export const asksBefore = ({ kind }: Pick<RoomPlan, 'kind'>, { forGood, files }: StepAhead): boolean =>
  forGood || (kind === 'seminar' && files.some(({ how }) => how !== 'nothing'))

/** The step that an undo would take back now (P12), with its name; null where the last cannot be. */
export function undoableStep({ lastStep }: Pick<RoomState, 'lastStep'>) {
  return lastStep?.label && !lastStep.final ? { ...lastStep, label: lastStep.label } : null
}
