// What the page passes to the board. Progress comes over each room's socket instead.

import type { AskedBeside } from '#simulation/beside/slices'

export type BoardRoom = { id: string; name: string }
export type BoardPerson = {
  id: string
  name: string
  roomId: string | null
  /** Their place on the class list, and the section it names; null for who is not on it, and where it names none. */
  listed: number | null
  section: string | null
  /** Their family name, where the class list says which it is. */
  family?: string | null
  /** What is asked of them beside the log, as of when the page was read. */
  beside: readonly AskedBeside[]
}
export type BoardData = {
  activity: { id: string; title: string }
  course: string
  timeZone: string
  rooms: readonly BoardRoom[]
  people: readonly BoardPerson[]
  /** Names on the roster without a place in this debate. */
  arrivals: readonly string[]
  /** Who has come into the debate in the last day, after it was published: when, in ms since 1970, and into which room. */
  newcomers: readonly { name: string; room: string; at: number }[]
  /** What the students are told; `read` of them have ticked it. */
  instructions: { instructions: string; aiUse: string; read: number }
  /** Whether it is the demo's, in which understudies write from all seats but one. */
  demo: boolean
}
