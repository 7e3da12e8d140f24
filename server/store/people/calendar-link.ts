/**
 * The secret address under which a calendar program reads somebody's deadlines without signing in. Its token is derived as that of a
 * personal link is: only a nonce and the token's hash are stored, and a new nonce makes the old address invalid.
 */
import { randomBytes } from 'node:crypto'
import { database } from '../../base/database'
import { hashOfToken, secretToken } from '../../base/secret-token'

const tokenOf = (userId: string, nonce: string): string => secretToken('calendar', userId, nonce)

/** The token of this user's address; null until they ask for one, and once the server's secret has changed. */
export async function readCalendarToken(userId: string): Promise<string | null> {
  const link = await database().calendarLink.findUnique({ where: { userId } })
  const token = link && tokenOf(userId, link.nonce)
  return token !== null && hashOfToken(token) === link?.tokenHash ? token : null
}

/** Gives this user an address; one that they had before is valid no longer. */
export async function renewCalendar(userId: string): Promise<void> {
  const nonce = randomBytes(24).toString('base64url')
  const made = { nonce, tokenHash: hashOfToken(tokenOf(userId, nonce)) }
  await database().calendarLink.upsert({ where: { userId }, create: { userId, ...made }, update: made })
}

/** Whose address it is; null for an unknown token. */
export async function findCalendarOwner(token: string): Promise<{ id: string; isAdmin: boolean } | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const link = await database().calendarLink.findUnique({
    where: { tokenHash: hashOfToken(token) },
    select: { user: { select: { id: true, isAdmin: true } } },
  })
  return link?.user ?? null
}
