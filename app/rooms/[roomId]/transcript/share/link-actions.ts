'use server'
// Server Actions for the links of a record: making, revoking, listing. Who may is decided in the server.
import { headers } from 'next/headers'
import {
  type LinkMade,
  type ListedLink,
  makeLinkAs,
  readLinksAs,
  revokeLinkAs,
} from '#server/store/records/record-links'
import { whoIs } from '#server/web/identity'

const me = async () => (await whoIs(await headers()))?.user ?? null

export async function makeLink(input: unknown): Promise<LinkMade> {
  const user = await me()
  return user ? makeLinkAs(user, input) : { ok: false, why: 'not-found' }
}

export async function revokeLink(input: unknown): Promise<{ ok: boolean }> {
  const user = await me()
  return { ok: user !== null && (await revokeLinkAs(user, input)) }
}

/** Null for a room that the caller does not steer. */
export async function listLinks(roomId: unknown): Promise<readonly ListedLink[] | null> {
  const user = await me()
  return user && readLinksAs(user, roomId)
}
