'use server'
// Server Action that admits or declines a join request or a claim to a seat. Requests are rows of the store and not of the room's log.
import { headers } from 'next/headers'
import { z } from 'zod'
import { rowId } from '#server/store/access/row-id'
import { answerJoinRequest, type RequestAnswer } from '#server/store/door/join-requests'
import { whoIs } from '#server/web/identity'

const Answer = z.strictObject({ requestId: rowId, admit: z.boolean() })

/** Admits or declines. The store checks that the caller may answer this request. */
export async function answerKnock(input: unknown): Promise<RequestAnswer> {
  const me = await whoIs(await headers())
  const parsed = Answer.safeParse(input)
  if (!me || !parsed.success) return 'not-found'
  return answerJoinRequest({ ...parsed.data, by: me.user })
}
