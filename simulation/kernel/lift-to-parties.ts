// From the shape of version 1, which knew three delegations by name, to that of version 2, which says in the plan who they are.
// What lifts must not judge: a plan that was damaged before comes out as damaged, and is refused by the schema it is then read with.
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

/** A row of version 1 as version 2 writes it: the plan stands in the row that opens the room, and no other row has changed. */
export function liftRow(row: unknown): unknown {
  const before = opening.safeParse(row)
  if (!before.success) return row
  const { event, ...rest } = before.data
  return { ...rest, event: { ...event, plan: liftPlan(event.plan) } }
}

/** A plan of version 1 as version 2 writes it; whatever is no such plan comes back as it was. */
export function liftPlan(plan: unknown): unknown {
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

/** A stored scenario of version 1 as version 2 writes it; whatever is no such scenario comes back as it was. */
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
