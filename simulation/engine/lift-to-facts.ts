// Lifts a stored scenario of version 2, whose facts had no source and whose offices no stakes, to version 3. What it did not hold stays
// empty: nothing is made up for a class that has been taught.
import * as z from 'zod/mini'

const before = z.looseObject({
  publicFacts: z.array(z.looseObject({ key: z.string(), text: z.string() })),
})

export function liftScenarioToFacts(scenario: unknown): unknown {
  const read = before.safeParse(scenario)
  if (!read.success) return scenario
  const { publicFacts, ...rest } = read.data
  return {
    ...rest,
    publicFacts: publicFacts.map(({ key, text }) => ({
      key,
      text,
      source: null,
      looked: 'not-looked-up',
    })),
    ...{
      stakes: {},
      checkQuestions: [],
      timeline: [],
      map: null,
      readings: [],
      samples: [],
      runSheet: null,
    },
  }
}
