/** What the worker thread is asked for, and what it answers. The program itself stands in the folder thread, which nobody else loads. */

import type { RecordFault } from '#simulation/reading/record/record-fault'
import type { RecordHead } from '#simulation/reading/record/record-file'
import type { RoomFacts } from '#simulation/reading/record/room-facts'
import type { ResearchTable } from '#simulation/research/research-columns'
import type { ResearchAbout } from '#simulation/research/research-package'
import type { ResearchRoom } from '#simulation/research/research-rows'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import type { Posted } from '../base/program-thread'
import type { ActivitySettings } from '../store/activities/activity-settings'
import type { DecodedList, RosterChoices, RosterRead } from '../store/courses/roster-read'
import type { RowColumns } from '../store/log/stored-rows'

export type Task =
  | { kind: 'record'; bytes: Uint8Array; roomId: string }
  | { kind: 'roster'; text: string; choices?: RosterChoices }
  | { kind: 'roster-file'; bytes: Uint8Array }
  | ({ kind: 'canvas' } & CanvasAsked)
  | { kind: 'research-room'; room: Omit<ResearchRoom, 'rows'> }
  | { kind: 'research-zip'; about: ResearchAbout }
/** An export of Canvas's gradebook, as it came, and what its column is filled with. */
export type CanvasAsked = {
  bytes: Uint8Array
  grades: readonly CanvasGrade[]
  /** The activity's, by which the column is found or named. */
  title: string
  /** What our sums are out of. */
  points: number
}
/** What of a grade decides whose row it is and what stands in it. */
export type CanvasGrade = {
  id: string
  name: string
  email: string
  studentNumber: string
  canvasId: string
  /** Null where it is not complete. */
  total: number | null
  excused: boolean
}
/** Part of what a task is about, posted before it, because what is posted is copied in one piece. */
export type Ahead = { rows: readonly VisibleRow[] } | { lines: ResearchLines }

export type JudgedRecord =
  /** `log` is the rows as columns for `INSERT`, `facts` the facts to store for the room. */
  | { ok: true; head: RecordHead; settings: ActivitySettings; log: RowColumns; facts: RoomFacts }
  | { ok: false; fault: RecordFault }
/** By table, lines of CSV without the header, as programs read them. */
export type ResearchLines = Readonly<Record<ResearchTable, string>>

/** What each kind of task finds. */
export type Found = {
  record: JudgedRecord
  roster: RosterRead
  'roster-file': DecodedList
  /** A `CanvasFilled` as JSON in UTF-8: written in the thread, because it is as long as the file. */
  canvas: Uint8Array
  'research-room': ResearchLines
  'research-zip': Uint8Array
}
/** What the thread posts: how many rows it has checked so far, and its result. */
export type FromThread = Posted<number, Found[Task['kind']]>
