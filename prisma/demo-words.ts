// The words of the demo's class, which are made up: what each student says, files and writes at one table, by the key of the tension, in
// files of the demo's scenario. A tension without words of theirs is played all the same: they then file what their brief says.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { demoScenarioFolder } from '#server/store/scenarios/shelf'
import { anchors, axisValue, delegationId, intent, seatId, tensionKey } from '#simulation/kernel/ids'

const text = z.string().min(1)
const level = z.int().min(0).max(4)

const filed = z.strictObject({ value: axisValue, text, anchors })
const said = z.strictObject({ text, anchors })

/** `answers`: the opening of a delegation, or the place in the list of what was said before. */
const saidLater = said.extend({
  by: seatId,
  intent,
  to: z.optional(delegationId),
  answers: z.union([delegationId, z.int().nonnegative()]).optional(),
})

const roundWords = z.strictObject({
  /** A side's positions; where they are left out it files what it says. */
  filed: z.partialRecord(delegationId, z.strictObject({ opening: filed, closing: filed })).optional(),
  openings: z.partialRecord(delegationId, said).optional(),
  floor: z.array(saidLater),
})

const student = z.strictObject({
  name: text,
  seat: seatId,
  /** What the demo's instructor gives them, in the order of the rubric's criteria, and writes beside it. */
  levels: z.array(level).optional(),
  note: text.optional(),
  /** How many questions of the evidence of learning they answer rightly before and after. */
  right: z.tuple([z.int(), z.int()]).optional(),
  /** To their own side, in the first caucus. */
  caucus: text.optional(),
  reflection: text.optional(),
  /** `of`: the table's number and the seat, such as `2:north.harbour`. */
  reviews: z.array(z.strictObject({ of: text, text })).optional(),
})
export type DemoStudent = z.infer<typeof student>

const tableWords = z.strictObject({
  students: z.array(student).min(1),
  rounds: z.partialRecord(tensionKey, roundWords),
})
export type TableWords = z.infer<typeof tableWords>
export type RoundWords = z.infer<typeof roundWords>

/** The words of one table, by the name of its file. */
export function demoWords(table: 'seminar-1' | 'seminar-2' | 'homework-1' | 'homework-2' | 'week'): TableWords {
  return tableWords.parse(JSON.parse(readFileSync(path.join(demoScenarioFolder(), 'demo', `${table}.json`), 'utf8')))
}

/** Stands in the name of every student of the demo, so that whatever shows, prints or exports a name says that it is nobody's. */
export const madeUp = (name: string): string => `${name} (demo)`
