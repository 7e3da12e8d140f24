'use server'
// The answer to somebody at the door, or to somebody who claims a seat: it is not the room's, so it goes to the store.
import { headers } from 'next/headers'
import { z } from 'zod'
import { rowId } from '#server/store/access/row-id'
import { answerJoinRequest, type RequestAnswer } from '#server/store/door/join-requests'
import { whoIs } from '#server/web/identity'

const Answer = z.strictObject({ requestId: rowId, admit: z.boolean() })

/** Lets somebody in or sends them away; the store asks whether this request is the asker's to answer. */
export async function answerKnock(input: unknown): Promise<RequestAnswer> {
  const me = await whoIs(await headers())
  const parsed = Answer.safeParse(input)
  if (!me || !parsed.success) return 'not-found'
  return answerJoinRequest({ ...parsed.data, by: me.user })
}
