// A room opened, and the papers it is given: what everybody may know, the briefs, and what the instructor alone holds.
// The shapes of its commands and events; it must not know who may ask or who hears.
import * as z from 'zod/mini'
import { brief, chairPapers, chairPlan, roomPlan } from '../../agenda/plan'
import { list, MOST_BRIEFS } from '../../kernel/ids'
import { variant } from '../../kernel/variant'

/** Submitted by the server alone. */
export const openingServerCommands = [
  variant('openRoom', {
    plan: roomPlan,
    briefs: list(brief, MOST_BRIEFS),
    papers: chairPapers,
    /** Absent where a room of the first edition is told again. */
    chairPlan: z.optional(chairPlan),
  }),
] as const

export const openingEvents = [
  variant('RoomOpened', { plan: roomPlan }),
  variant('BriefsPrepared', { briefs: list(brief, MOST_BRIEFS) }),
  variant('BriefIssued', { brief }),
  variant('ChairPapersIssued', { papers: chairPapers }),
  variant('ChairPlanIssued', { plan: chairPlan }),
] as const
