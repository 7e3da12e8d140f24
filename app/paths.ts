// Every address of this site, each made by one function. No other file in app/ writes one by hand (tests/app/paths.test.ts looks).
// Ids stand in an address as they are: the store accepts none with a letter that an address would have to change.

import { invitationPath } from '#simulation/wire/paths'

export { invitationPath, joinCodePath, personalLinkPath } from '#simulation/wire/paths'

type Query = Readonly<Record<string, string | null | undefined>>

/** The path with what is asked of it: a value that is missing or empty is left out. */
function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

// People and their devices.

export const frontPath = (): string => '/'
/** Where somebody lands who has just come in: the guide to the demo, or their own page. */
export const homePath = (): string => '/home'
/** `next` is where to go once signed in. */
export const signInPath = (next?: string): string => withQuery('/sign-in', { next })
export const closedDemoPath = (): string => withQuery('/sign-in', { demo: 'closed' })
export const signUpPath = (next?: string): string => withQuery('/sign-up', { next })
export const signOutPath = (): string => '/sign-out'
export const signedOutPath = (): string => '/signed-out'
/** `done` is what has just been changed, for the page to confirm. */
export const accountPath = (done?: 'password' | 'device' | 'others'): string => withQuery('/account', { done })
export const myPath = (): string => '/my'
export const myMarksPath = (): string => '/my/marks'
export const myMarksInPath = (activityId: string): string => `/my/marks/${activityId}`

// Ways in.

export const joinPath = (): string => '/join'
export const joinSeatPath = (roomId: string): string => `/join/seat/${roomId}`
export const joinWaitPath = (): string => '/join/wait'
export const declinedInvitationPath = (token: string): string => withQuery(invitationPath(token), { declined: '1' })

// Courses.

export const coursesPath = (): string => '/courses'
export const newCoursePath = (): string => '/courses/new'
export const coursePath = (courseId: string): string => `/courses/${courseId}`
/** The course, offering once more a draft that was just discarded; `address` holds the whole draft. */
export const discardedDebatePath = (courseId: string, address: string | null): string =>
  withQuery(coursePath(courseId), { discarded: address })
export const rosterPath = (courseId: string): string => `${coursePath(courseId)}/roster`
/** The search over a course, with what is looked for and from which find on it is shown. */
export const searchPath = (
  courseId: string,
  { q, activity, from }: { q?: string; activity?: string | null; from?: number } = {},
): string => withQuery(`${coursePath(courseId)}/search`, { q, activity, from: from ? String(from) : null })
export const newSeminarPath = (courseId: string): string => `${coursePath(courseId)}/new-seminar`
/** `draft` is a draft as an address holds it, with its question mark or without. */
export const newHomeworkPath = (courseId: string, draft = ''): string =>
  `${coursePath(courseId)}/new-homework${draft === '' ? '' : `?${draft.replace(/^\?/, '')}`}`
export const bringRecordPath = (courseId: string): string => `${coursePath(courseId)}/bring-record`
/** Where the file of a record is sent. */
export const recordFilePath = (courseId: string): string => `${bringRecordPath(courseId)}/file`

// Activities.

const activityPath = (activityId: string): string => `/activities/${activityId}`
export const lobbyPath = (activityId: string): string => `${activityPath(activityId)}/lobby`
export const wallPath = (activityId: string): string => `${activityPath(activityId)}/wall`
export const boardPath = (activityId: string): string => `${activityPath(activityId)}/board`
export const linksPath = (activityId: string): string => `${boardPath(activityId)}/links`
export const linksFilePath = (activityId: string): string => `${boardPath(activityId)}/links.csv`
export const previewPath = (activityId: string, roomId: string, seatId: string): string =>
  `${boardPath(activityId)}/preview/${roomId}/${seatId}`
export const gradebookPath = (activityId: string): string => `${activityPath(activityId)}/gradebook`
export const gradebookFilePath = (activityId: string, file: string): string => `${gradebookPath(activityId)}/${file}`

// Rooms.

/** A participant's room, at the top or at one of its places. */
export const roomPath = (roomId: string, place?: 'reflection'): string =>
  `/rooms/${roomId}${place === undefined ? '' : `#${place}`}`
export const deskPath = (roomId: string): string => `${roomPath(roomId)}/desk`
export const stagePath = (roomId: string): string => `${roomPath(roomId)}/stage`
export const marksPath = (roomId: string): string => `${roomPath(roomId)}/marks`
export const levelsFilePath = (roomId: string): string => `${marksPath(roomId)}/levels.csv`
export const debriefPath = (roomId: string): string => `${roomPath(roomId)}/debrief`
export const draftsPath = (roomId: string): string => `${roomPath(roomId)}/drafts`
export const replayPath = (roomId: string): string => `${roomPath(roomId)}/replay`
/** The rows of a replay; `as` is the delegation whose eyes they are seen with. */
export const replayRowsPath = (roomId: string, as: string | null): string =>
  withQuery(`${replayPath(roomId)}/rows`, { as })
/** `query` is what is asked of the record, as an address writes it. */
export const transcriptPath = (roomId: string, query = ''): string =>
  `${roomPath(roomId)}/transcript${query === '' ? '' : `?${query}`}`
/** One entry of the transcript, by the number it carries. */
export const entryPath = (roomId: string, no: string): string => `${transcriptPath(roomId)}#e${no}`
export const exportPath = (roomId: string): string => `${transcriptPath(roomId)}/export`
