// Commands and events of a homework debate: posts and deadlines.
import * as z from 'zod/mini'
import {
  actorId,
  anchors,
  instant,
  intent,
  longText,
  personId,
  privateEntry,
  seatId,
  tensionKey,
  writtenText,
} from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { phaseIndex, publicEntryNumber, variant } from '../../kernel/variant'

/** A statement posted without the floor, on any round, for a phase that may have ended. */
const post = {
  seat: seatId,
  phase: phaseIndex,
  round: tensionKey,
  text: longText,
  intent,
  answers: z.nullable(publicEntryNumber),
  anchors,
  late: z.boolean(),
}

export const homeworkCommands = [
  variant('postStatement', {
    phase: phaseIndex,
    round: tensionKey,
    text: writtenText(LIMITS.statement),
    intent,
    answers: z.nullable(publicEntryNumber),
    anchors,
  }),
  variant('moveDeadline', { phase: phaseIndex, dueAt: instant }),
  variant('grantExtension', { person: personId, phase: phaseIndex, dueAt: instant }),
] as const

export const homeworkEvents = [
  variant('PostSealed', { no: privateEntry, ...post }),
  variant('StatementPosted', { ...post, author: actorId, postedAt: instant, unseals: z.nullable(privateEntry) }),
  variant('DeadlineMoved', { phase: phaseIndex, dueAt: instant }),
  variant('ExtensionGranted', { person: personId, phase: phaseIndex, dueAt: instant }),
] as const
