/**
 * Words under way, by participant and key. A save names the version it was written over: what another device has written since is
 * never overwritten, but handed back. It must not know what the words are for.
 */
import { z } from 'zod'
import { typedText } from '#server/web/typed-text'
import { instant } from '#simulation/kernel/ids'
import type { DraftSaved, ServerDraft } from '#simulation/wire/drafts'
import { database } from '../database'

/** Enough for every draft of a week with seven tensions, and an end to what one person may fill. */
const MOST_DRAFTS = 200

export const NewDraft = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9/.-]{0,79}$/),
  text: typedText(12_000),
  /** The version this device has read, or null when it has read none. */
  over: z.nullable(instant),
})
export type NewDraft = z.infer<typeof NewDraft>

export async function readDrafts(participantId: string): Promise<ServerDraft[]> {
  const rows = await database().draft.findMany({ where: { participantId }, orderBy: { key: 'asc' } })
  return rows.map(({ key, text, savedAt }) => ({ key, text, savedAt: savedAt.getTime() }))
}

export async function saveDraft(participantId: string, { key, text, over }: NewDraft): Promise<DraftSaved> {
  const others = await database().draft.count({ where: { participantId, key: { not: key } } })
  if (others >= MOST_DRAFTS) return { kind: 'full' }
  const version = over === null ? null : new Date(over)
  // One statement, so that of two devices that write over the same version only one does. Two saves never share an instant.
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
