'use server'
// Server Actions about words taken off: staff read them, and take them off or put them back where the page has no line to the room. Whether
// the caller may is checked in the server.
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { transcriptPath } from '#paths'
import { readStruckWordsAs, type StrikeAnswer, strikeAs } from '#server/store/records/strike-service'
import { whoIs } from '#server/web/identity'

type ReadAnswer = { ok: true; words: readonly string[]; at: number } | { ok: false }

/** The words taken off an entry, in their order; `at` is when they were read. The reading is noted in the room's log. */
export async function readStruckWords(input: unknown): Promise<ReadAnswer> {
  const me = await whoIs(await headers())
  const answer = me ? await readStruckWordsAs(me.user, input) : null
  return answer?.ok ? { ok: true, words: answer.words, at: Date.now() } : { ok: false }
}

/** Carries out a command about struck words in a room to which the page has no line. */
export async function strike(input: unknown): Promise<StrikeAnswer> {
  const me = await whoIs(await headers())
  if (!me) return { ok: false, rejection: 'not-found' }
  const answer = await strikeAs(me.user, input)
  if (answer.ok) revalidatePath(transcriptPath('[roomId]'), 'page')
  return answer
}
