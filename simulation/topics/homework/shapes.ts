// A debate over days: posts, and its deadlines.
// The shapes of its commands and events; it must not know who may ask or who hears.
import * as z from 'zod/mini'
import {
  actorId,
  anchors,
  instant,
  intent,
  passage,
  personId,
  privateEntry,
  seatId,
  tensionKey,
  words,
} from '../../kernel/ids'
import { entryPlace, phaseIndex, shape } from '../../kernel/shape'

/** A homework statement: written without the floor, on any round, for a phase that may have ended. */
const post = {
  seat: seatId,
  phase: phaseIndex,
  round: tensionKey,
  text: passage,
  intent,
  answers: z.nullable(entryPlace),
  anchors,
  late: z.boolean(),
}

export const homeworkCommands = [
  shape('postStatement', {
    phase: phaseIndex,
    round: tensionKey,
    text: words(2000),
    intent,
    answers: z.nullable(entryPlace),
    anchors,
  }),
  shape('moveDeadline', { phase: phaseIndex, dueAt: instant }),
  shape('grantExtension', { person: personId, phase: phaseIndex, dueAt: instant }),
] as const

export const homeworkEvents = [
  shape('PostSealed', { no: privateEntry, ...post }),
  shape('StatementPosted', { ...post, author: actorId, postedAt: instant, unseals: z.nullable(privateEntry) }),
  shape('DeadlineMoved', { phase: phaseIndex, dueAt: instant }),
  shape('ExtensionGranted', { person: personId, phase: phaseIndex, dueAt: instant }),
] as const
