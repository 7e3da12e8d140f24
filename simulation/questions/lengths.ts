// How long what a person writes may be, as the rules themselves decide it (rule H19).
import { asksForReflections, ruleOf } from '../agenda/phase-kinds'
import type { Requirement, RoomPlan } from '../agenda/plan'
import { type Bounds, lengthFault } from '../kernel/lengths'
import { LIMITS } from '../kernel/limits'
import type { ActorRole } from '../state/actor'

/** What has a length, by what asks for it. */
export const WRITTEN = ['position-draft', 'opening', 'answer', 'reflection'] as const satisfies Requirement['what'][]
export type WrittenWork = (typeof WRITTEN)[number]

/** The length that a requirement asks for; without one, that of a homework debate whose plan does not say. */
function boundsIn(what: WrittenWork, asked: Requirement | undefined): Bounds {
  const { least = 0, most = null } = asked ?? {}
  const letters = what === 'position-draft' || what === 'opening' ? LIMITS.paper : LIMITS.answer
  return { least, most, letters: least > 0 || most !== null ? LIMITS.written : letters }
}

const inPhase = ({ phases }: RoomPlan, index: number, what: WrittenWork): Bounds =>
  boundsIn(
    what,
    phases[index]?.requires.find((each) => each.what === what),
  )

type Post = Readonly<{ phase: number; answers: number | null }>

/** Of a post in a homework debate. The least length of answers is that of posts that answer an entry. */
export function postBounds(plan: RoomPlan, { phase, answers }: Post): Bounds {
  const at = plan.phases[phase]
  if (at && ruleOf(at).weekPosts === 'openings') return inPhase(plan, phase, 'opening')
  const bounds = inPhase(plan, phase, 'answer')
  return answers === null ? { ...bounds, least: 0 } : bounds
}

/** Of a position in this phase. */
export const paperBounds = (plan: RoomPlan, phase: number): Bounds =>
  plan.kind === 'homework' ? inPhase(plan, phase, 'position-draft') : { least: 0, most: null, letters: LIMITS.position }

/** Of a reflection. */
export const reflectionBounds = (plan: RoomPlan): Bounds =>
  plan.kind === 'homework'
    ? inPhase(plan, plan.phases.findIndex(asksForReflections), 'reflection')
    : { least: 0, most: null, letters: LIMITS.reflection }

/** Why words are not taken for their length; null where they are. The lines of understudies are as long as they are. */
export function lengthRefused(text: string, bounds: Bounds, who: ActorRole): 'too-short' | 'too-long' | null {
  if (who.kind === 'seat' && who.person === null) return null
  const fault = lengthFault(text, bounds)
  return fault && `too-${fault.kind}`
}
