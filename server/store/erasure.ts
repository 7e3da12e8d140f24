/**
 * Forgetting a person. Their rows go, with name, e-mail, number, sessions and marks; a room's log stays, because it never held
 * more than an opaque id, and reads on without the name.
 */
import { forgetBroughtNames } from './brought-from'
import { database, notify } from './database'
import { revokeSessionsOf } from './sessions'

/** Erases everything that names this person; false when there is nobody of this id. */
export async function eraseUser(userId: string): Promise<boolean> {
  return database().$transaction(async (on) => {
    const user = await on.user.findUnique({
      where: { id: userId },
      select: { participants: { select: { id: true, activityId: true, name: true, rosterPlaceId: true } } },
    })
    if (!user) return false
    await revokeSessionsOf(on, userId)
    const places = user.participants.flatMap(({ rosterPlaceId }) => rosterPlaceId ?? [])
    await on.rosterPlace.deleteMany({ where: { OR: [{ userId }, { id: { in: places } }] } })
    for (const { id, activityId, name } of user.participants) {
      // What was asked at the door under this name, before there was a place to tie it to.
      await on.doorRequest.deleteMany({ where: { activityId, name: { equals: name, mode: 'insensitive' } } })
      await notify(on, 'participant_removed', id)
      await notify(on, 'door', activityId)
    }
    await forgetBroughtNames(on, userId)
    await on.doorRequest.deleteMany({ where: { userId } })
    await on.user.delete({ where: { id: userId } })
    return true
  })
}
