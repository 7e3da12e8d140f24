// Lifts a stored scenario of version 4, whose cards were added up by the instructor, to version 5, in which a card is a condition of
// somebody at home that people judge.
import * as z from 'zod/mini'

const before = z.looseObject({
  ratification: z.unknown(),
  delegations: z.array(
    z.looseObject({
      cards: z.array(
        z.looseObject({
          id: z.string(),
          title: z.string(),
          helpsIf: z.string(),
          test: z.looseObject({ axes: z.array(z.string()) }),
          readAloud: z.string(),
        }),
      ),
    }),
  ),
})

/** What a card may ask has grown shorter since. */
const MOST = 140
const cut = (text: string): string => (text.length <= MOST ? text : `${text.slice(0, MOST - 1)}…`)

export function liftScenarioToCards(scenario: unknown): unknown {
  const read = before.safeParse(scenario)
  if (!read.success) return scenario
  const { ratification: _, delegations, ...rest } = read.data
  return {
    ...rest,
    delegations: delegations.map((delegation) => ({
      ...delegation,
      cards: delegation.cards.map(({ id, title, helpsIf, test, readAloud }) => ({
        ...{ id, holder: title, asks: cut(helpsIf), axes: test.axes.slice(0, 12), readAloud },
      })),
    })),
  }
}
