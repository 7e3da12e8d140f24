/** A research file's tables from the rows of a room, and its files as a reader of CSV has them, which knows nothing of how they are written. */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { headerOf, linesOfRoom } from '#server/jobs/thread/research-files'
import { maskedLog } from '#simulation/engine/masked-log'
import { stanceSpreads } from '#simulation/reading/positions/stance-spread'
import type { ResearchTable } from '#simulation/research/research-columns'
import type { ResearchRoom } from '#simulation/research/research-rows'
import { forTheClass, viewFor } from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'
import { PEOPLE } from '../stories/story-script'

/** What is told of a research file as a whole. */
export const about = { course: 'IR 347', activity: null, day: '2026-11-30', asked: [], marks: false, off: [] }

/** A table of which a research file is made, from the rows of its room. */
export const tableOf = (rows: readonly Recorded[], more: Partial<ResearchRoom> = {}, room = 'r1'): ResearchRoom => {
  const masked = maskedLog(rows)
  const unsealed = masked.state?.unsealedAt != null
  return {
    rows: forTheClass(viewFor(masked.rows, { kind: 'chair' }, unsealed), unsealed),
    spreads: masked.state ? stanceSpreads(masked.state) : [],
    ...{ beside: {}, marks: [] },
    about: {
      ...{ room, activity: 'a1', title: 'Gap', kind: 'seminar', table: 1, scenarioHash: 'f' },
      ...{ timeZone: 'UTC', asks: true },
    },
    pids: Object.fromEntries(PEOPLE.map((name, place) => [name, `p${place}`])),
    consenting: PEOPLE,
    names: [],
    ...more,
  }
}

const records = z.array(z.record(z.string(), z.string()))
export type Line = z.infer<typeof records>[number]
export const readCsv = (text: string): Line[] =>
  records.parse(parse(text, { columns: true, relax_column_count: false }))
/** The lines of each of its files, as any reader of CSV has them. */
export const reader = (room: ResearchRoom) => {
  const lines = linesOfRoom(room)
  return (name: ResearchTable): Line[] => readCsv(headerOf(name) + lines[name])
}

export const cell = (line: Line, name: string): string => {
  const found = line[name]
  if (found === undefined) throw new Error(`There is no column ${name}.`)
  return found
}
