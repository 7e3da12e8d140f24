'use server'
// Server Actions for the links of a record: making, revoking, listing. Who may is decided in the server.
import { caller } from '#access'
import {
  type LinkMade,
  type ListedLink,
  makeLinkAs,
  readLinksAs,
  reopenLinkAs,
  revokeLinkAs,
} from '#server/store/records/record-links'

export async function makeLink(input: unknown): Promise<LinkMade> {
  const user = await caller()
  return user ? makeLinkAs(user, input) : { ok: false, why: 'not-found' }
}

export async function revokeLink(input: unknown): Promise<{ ok: boolean }> {
  const user = await caller()
  return { ok: user !== null && (await revokeLinkAs(user, input)) }
}

/** Takes back a revoking of the last minute. */
export async function reopenLink(input: unknown): Promise<{ ok: boolean }> {
  const user = await caller()
  return { ok: user !== null && (await reopenLinkAs(user, input)) }
}

/** Null for a room that the caller does not steer. */
export async function listLinks(roomId: unknown): Promise<readonly ListedLink[] | null> {
  const user = await caller()
  return user && readLinksAs(user, roomId)
}
