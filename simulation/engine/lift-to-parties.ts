// Lifts version 1, which fixed three delegations in code, to version 2, whose plans and scenarios list their delegations. A lift does
// not validate: a damaged plan comes out as damaged, and the schema of version 2 then refuses it with its reason.
import * as z from 'zod/mini'
import { DEFENDS_NO_BRACKETS, ESSAY, FOCUS, LOOKS } from '../scenarios/china-gap/before-parties'

const named = z.looseObject({ us: z.looseObject({}), jp: z.looseObject({}), cn: z.looseObject({}) })
const withAuthor = z.looseObject({ author: z.looseObject({}) })
const planBefore = z.looseObject({ delegations: named, rounds: z.array(withAuthor) })
const scenarioBefore = z.looseObject({
  delegations: named,
  source: z.looseObject({ work: z.string() }),
  asOf: z.string(),
  tensions: z.array(withAuthor),
})

const opening = z.looseObject({ event: z.looseObject({ type: z.literal('RoomOpened'), plan: z.unknown() }) })

/** A row of version 1 as version 2 writes it. Only `RoomOpened`, which carries the plan, differs. */
export function liftRow(row: unknown): unknown {
  const before = opening.safeParse(row)
  if (!before.success) return row
  const { event, ...rest } = before.data
  return { ...rest, event: { ...event, plan: liftPlan(event.plan) } }
}

/** A plan of version 1 as version 2 writes it; anything else is returned unchanged. */
function liftPlan(plan: unknown): unknown {
  const before = planBefore.safeParse(plan)
  if (!before.success) return plan
  const { delegations, rounds, ...rest } = before.data
  return {
    ...rest,
    delegations: LOOKS.map((look) => ({ ...delegations[look.id], ...look })),
    focus: FOCUS,
    sources: [ESSAY],
    rounds: rounds.map(byTheEssay),
  }
}

/** A stored scenario of version 1 as version 2 writes it; anything else is returned unchanged. */
export function liftScenario(scenario: unknown): unknown {
  const before = scenarioBefore.safeParse(scenario)
  if (!before.success) return scenario
  const { delegations, source, tensions, ...rest } = before.data
  const { work, ...published } = source
  return {
    ...rest,
    delegations: LOOKS.map((look) => ({
      ...delegations[look.id],
      ...look,
      ...(look.id === DEFENDS_NO_BRACKETS ? { defendsBrackets: false } : {}),
    })),
    focus: FOCUS,
    sources: [{ ...published, letter: ESSAY.letter, title: work, date: rest.asOf }],
    tensions: tensions.map(byTheEssay),
  }
}

const byTheEssay = <Part extends { author: object }>(part: Part) => ({
  ...part,
  author: { ...part.author, source: ESSAY.letter },
})
