/** The instructions of a homework debate and its line on AI use: written with it, changed later, and ticked by each student once. */
import { z } from 'zod'
import { typedText } from '#server/base/text-schema'
import { LIMITS } from '#simulation/kernel/limits'
import { database } from '../../base/database'
import { ActivitySettings } from '../activities/activity-settings'
import { changeSettings } from '../activities/settings'

export const WrittenInstructions = z.strictObject({
  instructions: typedText(LIMITS.instructions),
  aiUse: typedText(LIMITS.aiUse),
})
export type WrittenInstructions = z.infer<typeof WrittenInstructions>

/** As a student reads them; `isRead` once they have ticked so. */
export type OwnInstructions = WrittenInstructions & { isRead: boolean }

/** What an activity's settings hold of them; null where nothing was written. */
export function instructionsIn({ homework }: ActivitySettings): WrittenInstructions | null {
  const { instructions = '', aiUse = '' } = homework ?? {}
  return instructions === '' && aiUse === '' ? null : { instructions, aiUse }
}

/** Replaces them. With another line on AI nobody has ticked it yet. */
export async function saveInstructions(activityId: string, written: WrittenInstructions): Promise<void> {
  await database().$transaction(async (on) => {
    const { homework } = await changeSettings(on, activityId, (settings) =>
      settings.homework ? { ...settings, homework: { ...settings.homework, ...written } } : settings,
    )
    if (!homework || (homework.aiUse ?? '') === written.aiUse) return
    await on.participant.updateMany({ where: { activityId }, data: { instructedAt: null } })
  })
}

/** This user has read them; the first time counts. */
export async function markInstructionsRead(activityId: string, userId: string): Promise<void> {
  await database().participant.updateMany({
    where: { activityId, userId, removedAt: null, instructedAt: null },
    data: { instructedAt: new Date() },
  })
}

/** How many of those who take part have ticked them. */
export const readersAmong = (people: readonly { removedAt: Date | null; instructedAt: Date | null }[]): number =>
  people.filter(({ removedAt, instructedAt }) => removedAt === null && instructedAt !== null).length

/** As this participant reads them; null where nothing was written. */
export async function readOwnInstructions(participantId: string): Promise<OwnInstructions | null> {
  const own = await database().participant.findUnique({
    where: { id: participantId },
    select: { instructedAt: true, activity: { select: { settings: true } } },
  })
  const written = own && instructionsIn(ActivitySettings.parse(own.activity.settings))
  return written && { ...written, isRead: own.instructedAt !== null }
}
