/**
 * Which kinds of mail a person of a roster has turned off, and the signed address in each mail at which its kind is turned off without
 * signing in. The address holds the place and the kind, and opens nothing else.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { CHOSEN_KINDS, type ChosenKind, chosenKind } from '#simulation/beside/mails'
import { isOfSlice } from '#simulation/beside/slices'
import { database } from '../../base/database'
import { environment, signingSecret } from '../../base/environment'

const signed = (placeId: string, kind: ChosenKind): string =>
  createHmac('sha256', signingSecret()).update(`mail-off|${placeId}|${kind}`).digest('base64url')

/** The last segment of the address at which this kind is turned off. */
export const offToken = (placeId: string, kind: ChosenKind): string => `${placeId}.${kind}.${signed(placeId, kind)}`

/** What a token is for; null for one that this server has not made. */
export function readOffToken(token: string): { placeId: string; kind: ChosenKind } | null {
  const [placeId = '', named, signature = ''] = token.split('.')
  const kind = chosenKind.safeParse(named).data
  if (!kind) return null
  const [given, right] = [Buffer.from(signature), Buffer.from(signed(placeId, kind))]
  return given.length === right.length && timingSafeEqual(given, right) ? { placeId, kind } : null
}

/** Turns a kind off for whoever has this place, in all their courses. */
export async function turnOff({ placeId, kind }: { placeId: string; kind: ChosenKind }): Promise<void> {
  const place = await database().rosterPlace.findUnique({ where: { id: placeId }, select: { userId: true } })
  const theirs = place?.userId ? { OR: [{ id: placeId }, { userId: place.userId }] } : { id: placeId }
  await database().rosterPlace.updateMany({
    where: { ...theirs, NOT: { mailOff: { has: kind } } },
    data: { mailOff: { push: kind } },
  })
}

/** The kinds that this person is mailed; null where they stand on no roster. */
export async function readChoices(userId: string): Promise<readonly ChosenKind[] | null> {
  const places = await database().rosterPlace.findMany({ where: { userId }, select: { mailOff: true } })
  if (places.length === 0) return null
  return CHOSEN_KINDS.filter((kind) => places.every(({ mailOff }) => !mailOff.includes(kind)))
}

/** The zone of the device on which they look at their own page: its night is theirs, and their mail keeps to it. */
export async function keepZone(userId: string, timeZone: string): Promise<void> {
  await database().rosterPlace.updateMany({
    where: { userId, OR: [{ timeZone: null }, { NOT: { timeZone } }] },
    data: { timeZone },
  })
}

/** Whether a kind of mail is of something that this server has switched off (L31): none is sent, and nobody is asked about it. */
export const isMailOff = (kind: string): boolean => isOfSlice(kind, environment().besideOff)

/** From now on they are mailed these kinds, and no others. What they are not asked about stays as they chose it. */
export async function chooseMail(userId: string, wanted: readonly ChosenKind[]): Promise<void> {
  const turnedOff = CHOSEN_KINDS.filter((kind) => !isMailOff(kind) && !wanted.includes(kind))
  const places = await database().rosterPlace.findMany({ where: { userId }, select: { id: true, mailOff: true } })
  for (const { id, mailOff } of places)
    await database().rosterPlace.update({
      where: { id },
      data: { mailOff: [...mailOff.filter(isMailOff), ...turnedOff] },
    })
}
