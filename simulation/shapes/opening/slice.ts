// The part of a room's state that the events of opening change: its plan, and what the chair was given with it.

import type { Brief } from '../../agenda/brief'
import type { ChairPapers, ChairPlan } from '../../agenda/chair-papers'
import type { RoomPlan } from '../../agenda/plan'
import type { SeatId } from '../../kernel/ids'

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

export const openingStart = (plan: RoomPlan, at: number): OpeningSlice => ({
  plan,
  openedAt: at,
  briefs: [],
  briefedAt: null,
  briefed: {},
  papers: null,
  chairPlan: null,
})
