/**
 * Drafts: texts that a student has typed and not yet filed, by participant and key, shared by the student's devices. A save names the
 * version it was based on. If another device has saved since, nothing is overwritten and that device's text is returned.
 */
import { z } from 'zod'
import { typedText } from '#server/base/text-schema'
import { instant } from '#simulation/kernel/ids'
import type { DraftSaved, ServerDraft } from '#simulation/wire/drafts'
import { database } from '../../base/database'

/** The most drafts of one participant: more than a week with seven tensions needs, and a limit on what one person can store. */
const MOST_DRAFTS = 200

export const NewDraft = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9/.-]{0,79}$/),
  text: typedText(30_000),
  /** The `savedAt` of the version this device has read; null when it has read none. */
  over: z.nullable(instant),
})
export type NewDraft = z.infer<typeof NewDraft>

export async function readDrafts(participantId: string): Promise<ServerDraft[]> {
  const rows = await database().draft.findMany({ where: { participantId }, orderBy: { key: 'asc' } })
  return rows.map(({ key, text, savedAt }) => ({ key, text, savedAt: savedAt.getTime() }))
}

/** Everything that these people have typed and not sent, the oldest first, for the hand-in at a deadline (H14). */
export async function readDraftsOf(people: readonly string[]): Promise<(ServerDraft & { participantId: string })[]> {
  const rows = await database().draft.findMany({
    where: { participantId: { in: [...people] } },
    orderBy: [{ savedAt: 'asc' }, { key: 'asc' }],
  })
  return rows.map(({ savedAt, ...draft }) => ({ ...draft, savedAt: savedAt.getTime() }))
}

export async function saveDraft(participantId: string, { key, text, over }: NewDraft): Promise<DraftSaved> {
  const others = await database().draft.count({ where: { participantId, key: { not: key } } })
  if (others >= MOST_DRAFTS) return { kind: 'full' }
  const version = over === null ? null : new Date(over)
  // One statement, so that of two devices that save over the same version only one succeeds. `savedAt` is the version and always grows
  // by at least 1 ms.
  const [saved] = await database().$queryRaw<{ saved_at: Date }[]>`
    INSERT INTO draft (participant_id, key, text, saved_at)
    VALUES (${participantId}, ${key}, ${text}, date_trunc('milliseconds', clock_timestamp()))
    ON CONFLICT (participant_id, key) DO UPDATE
      SET text = excluded.text, saved_at = greatest(excluded.saved_at, draft.saved_at + interval '1 millisecond')
      WHERE draft.saved_at = ${version}::timestamptz OR draft.text = excluded.text
    RETURNING saved_at`
  if (saved) return { kind: 'saved', savedAt: saved.saved_at.getTime() }
  const standing = await database().draft.findUnique({ where: { participantId_key: { participantId, key } } })
  return standing
    ? { kind: 'other', text: standing.text, savedAt: standing.savedAt.getTime() }
    : saveDraft(participantId, { key, text, over: null })
}
