'use server'
// Server Action that admits or declines a join request or a claim to a seat. Requests are rows of the store and not of the room's log.
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { caller } from '#access'
import { rowId } from '#server/store/access/row-id'
import { answerJoinRequest, type RequestAnswer } from '#server/store/door/join-requests'

/** `further`: lays another table where every seat is taken. */
const Answer = z.strictObject({ requestId: rowId, admit: z.boolean(), further: z.boolean().optional() })

/** Admits or declines. The store checks that the caller may answer this request. */
export async function answerKnock(input: unknown): Promise<RequestAnswer> {
  const me = await caller()
  const parsed = Answer.safeParse(input)
  if (!me || !parsed.success) return 'not-found'
  const { further, ...answer } = parsed.data
  const t = await getTranslations('new-seminar.seats')
  return answerJoinRequest({
    ...answer,
    by: me,
    ...(further ? { nameTable: (number) => t('table', { number }) } : {}),
  })
}
