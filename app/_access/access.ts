/** How a page, a route or an action of this site begins: who asks, and whether they may. What they may not reach is "not found". */
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { signInPath } from '#paths'
import { accessActivity, accessCourse, accessRoom, may } from '#server/store/access/access'
import type { Act } from '#server/store/access/parts'
import { readActivityFrame } from '#server/store/records/activity-frame'
import { type Person, whoIs } from '#server/web/identity'

/** The person who is signed in, or null. */
export const caller = async (): Promise<Person | null> => (await whoIs(await headers()))?.user ?? null

/** The person who is signed in; anybody else signs in first and then comes back to `page`. */
export const signedIn = async (page?: string): Promise<Person> => (await caller()) ?? redirect(signInPath(page))

/** A course of staff who may do `act`. */
export async function courseFor(act: Act, courseId: string, page: string) {
  const me = await signedIn(page)
  return { me, ...((await accessCourse(me, courseId, act)) ?? notFound()) }
}

/** An activity of staff who may do `act`, with its course. */
export async function activityFor(act: Act, activityId: string, page: string) {
  const me = await signedIn(page)
  const found = await accessActivity(me, activityId)
  if (!found || !may(found.as, act)) notFound()
  const { course } = (await accessCourse(me, found.activity.courseId, 'see-course')) ?? notFound()
  return { me, activity: found.activity, as: found.as, course }
}

/** A room of staff who may do `act`. */
export async function roomFor(act: Act, roomId: string, page: string) {
  const me = await signedIn(page)
  const found = await accessRoom(me, roomId)
  return found && may(found.as, act) ? { me, ...found } : notFound()
}

/** What the bar over a page of an activity tells its reader, whom the page has judged; `room` is the table that the page is about. */
export async function frameFor(activityId: string, room: string | null = null) {
  const me = await caller()
  return me && readActivityFrame(me, activityId, room)
}
