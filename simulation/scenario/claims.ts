// What people are expected to say on a tension, and the answers that understudies have to it. Like lines they are secret until spoken
// (rule `no-import-of-scenario-texts`).
import { z } from 'zod'
import { delegationId, intent, tensionKey } from '../kernel/ids'
import { anchorRefs, factKeys, key, label, prose, scenarioSeatId } from './terms'

/** A word or a few, as people say them. */
const phrase = z.string().min(1).max(60)
/** Phrases of which one is enough. */
const phrases = z.array(phrase).min(1).max(60)

const spokenBy = {
  /** The office that says it. */
  seat: scenarioSeatId,
  text: prose,
}

const claimAnswer = z.strictObject({
  ...spokenBy,
  /** The sides to whose words it was written; its own only where it puts a mistake right. */
  to: z.array(delegationId).min(1).max(8),
  intent: z.enum(intent.options).exclude(['point-of-order']),
  anchors: anchorRefs,
  facts: factKeys,
})

/**
 * Something that people say on a tension: a claim or a question, an offer, or a mistake about a fact. Each answer holds for all of its
 * wordings, and puts nothing into anybody's mouth.
 */
export const claim = z.strictObject({
  key,
  tension: tensionKey,
  kind: z.enum(['claim', 'offer', 'mistake']),
  /** It is also heard where another tension is debated: its phrases mean this and nothing else. */
  anywhere: z.literal(true).optional(),
  /** Its phrases say the whole of it, so that words which hold them need hold little else that it speaks of. */
  pointed: z.literal(true).optional(),
  /** How people may put it. */
  says: z.array(prose).min(3).max(8),
  /** What any wording of it speaks of: one phrase of each list. */
  keys: z.array(phrases).min(1).max(4),
  answers: z.array(claimAnswer).min(1).max(16),
})
export type Claim = z.infer<typeof claim>

/** What is heard and said on every tension. */
export const hearing = z.strictObject({
  /** Phrases with which people ask what a term means. */
  asksMeaning: phrases,
  /** Phrases that ask it in a short sentence alone: *what is*. */
  asksShortly: phrases,
  /** Entries of the glossary, and what people call them. */
  terms: z.array(z.strictObject({ term: label, called: phrases })).max(60),
  /** Phrases that ask for a figure. */
  asksFigure: phrases.optional(),
  /** Other kinds of concrete question, each as the phrases that ask it: who pays, when, would you. A claim that asks none of its kind does not answer it. */
  asksFor: z.array(phrases).max(12).optional(),
  /** Words that deny what follows them: who denies a mistake does not make it. */
  denies: phrases.optional(),
  /** Words that point to more of something and to less of it (*faster*, *too fast*): a claim that points one way is not made by words that point the other way. */
  more: phrases.optional(),
  less: phrases.optional(),
  /** What is one side's to give: an offer that names nobody is meant for the side whose thing it asks for. */
  belongs: z
    .array(z.strictObject({ side: delegationId, called: phrases }))
    .max(8)
    .optional(),
  /** Words of other languages, and what they mean in the words of the claims: by these alone a text in them comes near a claim. */
  glosses: z
    .array(z.strictObject({ called: z.array(phrase).min(1).max(12), means: phrase }))
    .max(400)
    .optional(),
  /** Phrases that make an offer of what is said: one of each list, and no word is of two of them. */
  makesOffer: z.array(phrases).min(1).max(4),
  /**
   * What an office says to a question, to one for a figure, or to an offer, for which it has no answer; or to whatever was said to its side
   * on a tension that is its own. It answers nothing, and promises nothing.
   */
  unmet: z
    .array(
      z.union([
        z.strictObject({ ...spokenBy, to: z.enum(['question', 'figure', 'offer']) }),
        z.strictObject({ ...spokenBy, to: z.literal('anything'), tension: tensionKey }),
      ]),
    )
    .max(200),
})
