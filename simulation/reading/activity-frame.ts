// What the bar over the pages of an activity tells: which tables the reader reaches, how far they are, and what is released.

export type ActivityFrame = {
  id: string
  kind: 'seminar' | 'homework'
  title: string
  /** Imported as a record: nothing of it is prepared, run or marked here. */
  isBrought: boolean
  course: { id: string; title: string; timeZone: string }
  /** `runs`: staff who may do all of it; `marks`: a grader; `takes-part`: a participant. */
  reader: 'runs' | 'marks' | 'takes-part'
  /** The tables that the reader may open, in their order; the first is the one that the page is about. */
  tables: readonly { id: string; name: string }[]
  /** How far its tables are; `running` from the first start at one of them until the last has ended. */
  stands: 'ahead' | 'running' | 'ended'
  /** Whether a participant may look back by now: the record of their table is unsealed. */
  isUnsealed: boolean
  /** Whether the reader may compare its tables by now. */
  compares: boolean
  /** How many people take part, and to how many of them their marks are released; of a participant only their own counts. */
  people: number
  released: number
  /** Whether what the class knew is asked before and after. */
  asksLearning: boolean
  /** Whether students review each other. */
  hasReviews: boolean
}
