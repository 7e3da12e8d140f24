// The one page of an office: what a student reads first, in five minutes. Its brief and its two objectives are those of the office itself
// (`delegations.ts`); the rest is written here, by office. A scenario may leave it out: then the long brief opens at once.
import { z } from 'zod'
import { delegationId, MOST_SEATS } from '../kernel/ids'
import { anchored, key, label, scenarioSeatId } from './terms'

/** What the page of one office adds to its brief. */
const officeSheet = z.strictObject({
  /** What the reading says, as far as this office needs it: three sentences. */
  gists: z.array(anchored).length(3),
  /** Two facts from outside the reading, by their keys; the page prints them with their publications. */
  facts: z.array(key).length(2),
  /** One question to ask in the first round, and of whom. */
  question: z.strictObject({ to: delegationId, text: label }),
  /** The offices that want something else, at home and elsewhere, and about what: `who pays for the first project`. */
  quarrels: z
    .array(z.strictObject({ seat: scenarioSeatId, about: label }))
    .min(1)
    .max(5),
})

/** The pages of all offices, by seat. */
export const officeSheets = z
  .record(scenarioSeatId, officeSheet)
  .refine((sheets) => Object.keys(sheets).length <= MOST_SEATS)
