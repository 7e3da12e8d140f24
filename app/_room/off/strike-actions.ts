'use server'
// Server Actions about words and names taken off: staff read the words, and take them off or put them back where the page has no line to
// the room; names always this way, as they stand in no room's log. Whether the caller may is checked in the server.
import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { transcriptPath } from '#paths'
import { type NameAnswer, putNameBackAs, takeNameOffAs } from '#server/store/activities/struck-names'
import { followStrikesAs } from '#server/store/records/followed-strikes'
import { readStruckWordsAs, type StrikeAnswer, strikeAs } from '#server/store/records/strike-service'

type ReadAnswer = { ok: true; words: readonly string[]; at: number } | { ok: false }

/** The words taken off an entry, in their order; `at` is when they were read. The reading is noted in the room's log. */
export async function readStruckWords(input: unknown): Promise<ReadAnswer> {
  const me = await caller()
  const answer = me ? await readStruckWordsAs(me, input) : null
  return answer?.ok ? { ok: true, words: answer.words, at: Date.now() } : { ok: false }
}

/** Carries out a command about struck words in a room to which the page has no line. */
export async function strike(input: unknown): Promise<StrikeAnswer> {
  const me = await caller()
  if (!me) return { ok: false, rejection: 'not-found' }
  const answer = await strikeAs(me, input)
  if (answer.ok) revalidatePath(transcriptPath('[roomId]'), 'page')
  return answer
}

/** Takes off, in this room and in those that play on from it, what is off in the record that each plays on from (K10). */
export async function followStrikes(roomId: unknown): Promise<boolean> {
  const me = await caller()
  const isDone = me !== null && (await followStrikesAs(me, roomId))
  if (isDone) revalidatePath(transcriptPath('[roomId]'), 'page')
  return isDone
}

/** Takes the name of a guest off, who is called by the number of their seat from then on. */
export async function takeNameOff(input: unknown): Promise<NameAnswer> {
  const me = await caller()
  const t = await getTranslations('record')
  return me ? takeNameOffAs(me, input, (number) => t('erased', { number })) : { ok: false, refusal: 'not-found' }
}

export async function putNameBack(input: unknown): Promise<NameAnswer> {
  const me = await caller()
  return me ? putNameBackAs(me, input) : { ok: false, refusal: 'not-found' }
}
