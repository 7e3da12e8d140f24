// A brief: confidential instructions to a delegation or to one seat of it.
import * as z from 'zod/mini'
import {
  anchors,
  axisValue,
  delegationId,
  list,
  longText,
  MOST_ROUNDS,
  seatId,
  shortText,
  tensionKey,
} from '../kernel/ids'
import { CARDS_DEALT, homeCard } from './home-cards'

/** The kinds of sections in a brief; their headings are in app/_messages. */
const BRIEF_SECTIONS = [
  'charge',
  'brief',
  'objectives',
  'first-in-caucus',
  'never-in-public',
  'interests',
  'red-lines',
  'room-to-move',
  'public-at-home',
  'strongest-case',
  'weak-spots',
  'tone',
] as const

/** Confidential instructions, to a delegation or to one seat of it. */
export const brief = z.strictObject({
  to: z.union([delegationId, seatId]),
  title: shortText,
  /** Sections in reading order; each line keeps its anchors. */
  sections: list(
    z.strictObject({
      heading: z.enum(BRIEF_SECTIONS),
      lines: list(z.strictObject({ text: longText, anchors: list(shortText, 24) }), 60),
    }),
    24,
  ),
  /**
   * The delegation's starting value on each axis, and the range (`low` to `high`) in which it stays within its role. `stand` is what is
   * filed at that value when nobody files (O5), with `redLine`, what the delegation will not cross in that round. A brief of before the
   * third edition has no `stand`; one without a red line is older than these, or its author names none for the round.
   */
  bands: list(
    z.strictObject({
      round: tensionKey,
      value: axisValue,
      low: axisValue,
      high: axisValue,
      reading: longText,
      stand: z.optional(z.strictObject({ text: longText, anchors })),
      redLine: z.optional(longText),
    }),
    MOST_ROUNDS,
  ),
  /** What an office has at stake in each round, and the value it would file; absent where the author wrote none, and in older logs. */
  stakes: z.optional(
    list(
      z.strictObject({ round: tensionKey, value: axisValue, text: longText, anchors: list(shortText, 24) }),
      MOST_ROUNDS,
    ),
  ),
  /**
   * What the one page of an office adds to its brief and its objectives: three sentences of the reading, two of `facts` by their keys, a
   * question to ask, and the offices that want something else. Absent where the author wrote none, and in older logs.
   */
  sheet: z.optional(
    z.strictObject({
      gists: list(z.strictObject({ text: longText, anchors: list(shortText, 24) }), 3),
      facts: list(shortText, 2),
      question: z.strictObject({ to: delegationId, text: longText }),
      quarrels: list(z.strictObject({ delegation: delegationId, title: shortText, about: shortText }), 5),
    }),
  ),
  /** A delegation's home cards (A2), where the plan ratifies. */
  cards: z.optional(list(homeCard, CARDS_DEALT)),
  /** The facts from outside the sources that its marks (`fact:chips`) name, so that it is read without the scenario. */
  facts: z.optional(
    list(
      z.strictObject({
        key: shortText,
        text: longText,
        source: z.nullable(z.strictObject({ publication: shortText, date: shortText, url: z.optional(shortText) })),
      }),
      60,
    ),
  ),
})
export type Brief = z.infer<typeof brief>
