// A room opened, and the papers it is given: what everybody may know, the briefs, and what the instructor alone holds.
// The shapes of its commands and events; it must not know who may ask or who hears.
import * as z from 'zod/mini'
import { brief, chairPapers, chairPlan, roomPlan } from '../../agenda/plan'
import { list, MOST_BRIEFS } from '../../kernel/ids'
import { shape } from '../../kernel/shape'

/** Submitted by the server alone. */
export const openingServerCommands = [
  shape('openRoom', {
    plan: roomPlan,
    briefs: list(brief, MOST_BRIEFS),
    papers: chairPapers,
    /** Absent where a room of the first edition is told again. */
    chairPlan: z.optional(chairPlan),
  }),
] as const

export const openingEvents = [
  shape('RoomOpened', { plan: roomPlan }),
  shape('BriefsPrepared', { briefs: list(brief, MOST_BRIEFS) }),
  shape('BriefIssued', { brief }),
  shape('ChairPapersIssued', { papers: chairPapers }),
  shape('ChairPlanIssued', { plan: chairPlan }),
] as const
