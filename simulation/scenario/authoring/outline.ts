// The least that an author writes for a scenario to be played: what is read, who sits at the table, and what is disputed. Everything else of
// a scenario is left empty, and nothing stands in its place on any screen. `outline-scenario.ts` makes the whole scenario of it.
import { z } from 'zod'
import { hue, placardLetters } from '../../agenda/party-look'
import { axisValue } from '../../kernel/ids'
import { lengthOf } from '../../kernel/lengths'
import { label, prose, spareLabel, webAddress } from '../terms'
import { OUTLINE_MOST } from './outline-bounds'

const source = z.strictObject({
  title: label,
  author: label,
  /** Where it can be read; absent where it is handed out. */
  url: webAddress.optional(),
  publisher: spareLabel.optional(),
  date: spareLabel.optional(),
})

const office = z.strictObject({
  title: label,
  charge: prose.refine((words) => lengthOf(words).count <= OUTLINE_MOST.chargeWords, {
    error: `a charge has at most ${OUTLINE_MOST.chargeWords} words`,
  }),
})

const party = z.strictObject({
  name: label,
  /** What it is called where two names stand side by side; a long name's mark where it is left out. */
  short: z.string().min(1).max(OUTLINE_MOST.short).optional(),
  /** One to three capital letters for its placard. */
  mark: placardLetters,
  colour: hue,
  /** The head first. */
  offices: z.array(office).min(1).max(OUTLINE_MOST.offices),
})

const end = z.string().min(1).max(OUTLINE_MOST.end)

const tension = z.strictObject({
  title: label,
  question: prose,
  /** The two ends of its scale, in words; the steps between are called after them. */
  minus: end,
  plus: end,
  /** Where each party opens, in the order of the parties. */
  opens: z.array(axisValue).min(2).max(OUTLINE_MOST.parties),
})

/** The whole outline: about forty fields for two parties and three tensions. */
export const outline = z
  .strictObject({
    title: label,
    language: z.enum(['en', 'ja', 'zh']),
    /** What the whole talks are about; the title where it is left out. */
    question: prose.optional(),
    sources: z.array(source).min(1).max(OUTLINE_MOST.sources),
    parties: z.array(party).min(2).max(OUTLINE_MOST.parties),
    tensions: z.array(tension).min(1).max(OUTLINE_MOST.tensions),
  })
  .superRefine(({ parties, tensions }, context) => {
    const say = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    for (const [place, { title, opens }] of tensions.entries())
      if (opens.length !== parties.length)
        say(
          ['tensions', place, 'opens'],
          `“${title}” has ${opens.length} openings for ${parties.length} parties; each party has one`,
        )
    for (const what of ['name', 'mark', 'colour'] as const)
      for (const [place, party] of parties.entries()) {
        const first = parties.findIndex((other) => other[what] === party[what])
        if (first < place)
          say(['parties', place, what], `it is that of “${parties[first]?.name}” too; each party has its own`)
      }
  })
export type Outline = z.infer<typeof outline>
