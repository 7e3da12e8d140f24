// Commands and events of opening a room: its plan, the briefs, and the chair's papers and plan.
import * as z from 'zod/mini'
import { brief } from '../../agenda/brief'
import { chairPapers, chairPlan } from '../../agenda/chair-papers'
import { roomPlan } from '../../agenda/plan'
import { list, MOST_BRIEFS } from '../../kernel/ids'
import { variant } from '../../kernel/variant'

/** Submitted by the server alone. */
export const openingServerCommands = [
  variant('openRoom', {
    plan: roomPlan,
    briefs: list(brief, MOST_BRIEFS),
    papers: chairPapers,
    /** Absent in the replay of a room of the first edition. */
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
