// What a scenario offers for teaching besides the talks themselves: questions on the reading, a timeline, a map, further readings, sample
// positions and a run sheet. Every part may be left empty.
import { z } from 'zod'
import { MOST_OPTIONS, phaseKind } from '../agenda/plan'
import { axisValue, delegationId, LEARNING_ITEMS, tensionKey } from '../kernel/ids'
import { looked } from './facts'
import { anchorRefs, factKeys, key, label, prose, webAddress } from './terms'

/** A question by which a student checks that the reading was understood, with its answer. */
export const checkQuestion = z.strictObject({
  ask: prose,
  answer: prose,
  anchors: anchorRefs,
  facts: factKeys,
})

/**
 * One form of what everybody is asked before the talks and after them, where evidence of learning is asked for: one of the options is
 * right, and only the instructor knows which.
 */
export const knowledge = z
  .array(
    z.strictObject({
      ask: prose,
      options: z.array(label).min(2).max(MOST_OPTIONS),
      /** The place of the right one, from 0. */
      right: z.int().min(0),
      anchors: anchorRefs,
      facts: factKeys,
    }),
  )
  .length(LEARNING_ITEMS)

export const timelineRow = z.strictObject({
  when: label,
  text: prose,
  /** The delegations whose step it was. */
  by: z.array(delegationId).max(8),
  facts: factKeys,
})

/** Longitude and latitude. */
const place = z.tuple([z.number().min(-180).max(360), z.number().min(-90).max(90)])

const name = z.strictObject({
  text: label,
  /** The delegation that calls it so; null where all do. */
  by: z.nullable(delegationId),
})

export const scenarioMap = z.strictObject({
  title: label,
  note: prose,
  /** West, south, east and north edge, in degrees. */
  frame: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Coasts, roughly: each a closed line of places. */
  land: z.array(z.array(place).min(3).max(120)).max(40),
  lines: z.array(z.strictObject({ key, label, points: z.array(place).min(2).max(60) })).max(12),
  places: z
    .array(
      z.strictObject({
        key,
        kind: z.enum(['capital', 'city', 'islands', 'sea', 'land']),
        at: place,
        /** Where the words stand beside the place. */
        side: z.enum(['left', 'right', 'above', 'below']),
        names: z.array(name).min(1).max(4),
      }),
    )
    .max(40),
})
export type ScenarioMap = z.infer<typeof scenarioMap>

export const reading = z.strictObject({
  /** From whose side it is written. */
  side: delegationId,
  author: label,
  title: label,
  publisher: label,
  date: label,
  url: webAddress.optional(),
  note: prose,
  looked,
})
export type Reading = z.infer<typeof reading>

/** A position as a student might file it, with the level it would reach and why. */
export const samplePosition = z.strictObject({
  tension: tensionKey,
  delegation: delegationId,
  level: z.int().min(0).max(4),
  value: axisValue,
  text: prose,
  redLine: prose,
  anchors: anchorRefs,
  facts: factKeys,
  why: prose,
})

const runRow = { say: prose, watch: prose }

/** What the instructor says and watches, by phase and by round; minutes come from the agenda. */
export const runSheet = z.strictObject({
  phases: z.array(z.strictObject({ phase: phaseKind, ...runRow })).max(40),
  rounds: z.array(z.strictObject({ tension: tensionKey, ...runRow })).max(60),
  /** Things that go wrong, and what to do. */
  wrong: z.array(z.strictObject({ title: label, text: prose })).max(12),
})
