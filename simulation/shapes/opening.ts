// Commands and events of opening a room: its plan, the briefs, and the chair's papers and plan, and their part of the state of a room: its
// plan, and what the chair was given with it.
import * as z from 'zod/mini'
import { type Brief, brief } from '../agenda/brief'
import { type ChairPapers, type ChairPlan, chairPapers, chairPlan } from '../agenda/chair-papers'
import { type RoomPlan, roomPlan } from '../agenda/plan'
import { list, MOST_BRIEFS, type SeatId } from '../kernel/ids'
import { variant } from '../kernel/variant'

/** Submitted by the server alone. */
export const serverCommands = [
  variant('openRoom', {
    plan: roomPlan,
    briefs: list(brief, MOST_BRIEFS),
    papers: chairPapers,
    /** Absent in the replay of a room of the first edition. */
    chairPlan: z.optional(chairPlan),
  }),
] as const

export const events = [
  variant('RoomOpened', { plan: roomPlan }),
  variant('BriefsPrepared', { briefs: list(brief, MOST_BRIEFS) }),
  variant('BriefIssued', { brief }),
  variant('ChairPapersIssued', { papers: chairPapers }),
  variant('ChairPlanIssued', { plan: chairPlan }),
] as const

export type OpeningSlice = Readonly<{
  plan: RoomPlan
  openedAt: number
  /** The briefs that this reader may hear; the chair hears all of them when the room opens. */
  briefs: readonly Brief[]
  /** `seq` of the row with which the briefs were first issued to their seats; null before (S15). */
  briefedAt: number | null
  /** `seq` of the row with which briefs were first issued to each seat. */
  briefed: Readonly<Record<SeatId, number>>
  papers: ChairPapers | null
  /** The chair's alone until the record is unsealed, then everyone's (I5); null in a room of the first edition. */
  chairPlan: ChairPlan | null
}>

export const start = (plan: RoomPlan, at: number): OpeningSlice => ({
  plan,
  openedAt: at,
  briefs: [],
  briefedAt: null,
  briefed: {},
  papers: null,
  chairPlan: null,
})
