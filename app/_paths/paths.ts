// Every address of this site, each made by one function. tests/screens/words/paths.test.ts fails when another file of app/ writes one by hand.
// Ids are not escaped: the store accepts only characters that an address leaves as they are.

import { type DoAddress, doHash } from '#simulation/wire/do-address'
import { invitationPath } from '#simulation/wire/paths'

export { invitationPath, joinCodePath, personalLinkPath } from '#simulation/wire/paths'

type Query = Readonly<Record<string, string | null | undefined>>

/** The path with a query; missing and empty values are left out. */
function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

// People and devices.

/** The secret address of somebody's deadlines. */
export const calendarPath = (token: string): string => `/calendar/${token}.ics`
export const frontPath = (): string => '/'
/** The built-in scenario, for anybody. */
export const publicScenarioPath = (): string => '/scenario'
/** The landing after sign-in: the guide to the demo, or the person's own page. */
export const homePath = (): string => '/home'
/** `next` is the page to open after sign-in. A browser keeps what stands after `#` on the way there. */
export const signInPath = (next?: string): string => withQuery('/sign-in', { next })
/** The same page, once a personal link was asked for. */
export const linkMailedPath = (next: string): string => withQuery('/sign-in', { next, mailed: '1' })
export const closedDemoPath = (): string => withQuery('/sign-in', { demo: 'closed' })
/** Where somebody who has forgotten their password asks for a link; `asked` says that they have. */
export const forgottenPath = (asked?: '1'): string => withQuery('/forgotten', { asked })
/** The page of such a link. */
export const newPasswordPath = (token: string): string => `/forgotten/${encodeURIComponent(token)}`
export const signUpPath = (next?: string): string => withQuery('/sign-up', { next })
export const signOutPath = (): string => '/sign-out'
export const signedOutPath = (): string => '/signed-out'
/** `done` is the change that the page confirms. */
export const accountPath = (done?: 'password' | 'device' | 'others'): string => withQuery('/account', { done })
/** What was done on this server: of one kind, and older than the entry `before`. */
export const auditPath = ({ what, before }: { what?: string | null; before?: number } = {}): string =>
  withQuery('/audit', { what, before: before ? String(before) : null })
/** How this server does, for administrators. */
export const thisServerPath = (): string => '/this-server'
export const myPath = (): string => '/my'
/** Offices a student would take, and the seat prepared for them. */
export const mySeatsPath = (): string => '/my/seats'
/** What a student is mailed; `chosen` says that it was just changed. */
export const myMailPath = (chosen?: '1'): string => withQuery('/my/mail', { chosen })
/** Where one kind of mail is turned off without signing in. */
export const mailOffPath = (token: string, done?: '1'): string => withQuery(`/mail/off/${token}`, { done })
/** The same at one press in a mail program, which posts to it. */
export const mailOffNowPath = (token: string): string => `${mailOffPath(token)}/now`
export const myMarksPath = (): string => '/my/marks'
export const myMarksInPath = (activityId: string): string => `/my/marks/${activityId}`
export const myReviewsPath = (activityId: string): string => `/my/reviews/${activityId}`
/** A student's page of what stands beside the log of an activity: `page` is the last part of its slice's address. */
export const myBesidePath = (page: string, activityId: string): string => `/my/${page}/${activityId}`

// Joining.

export const joinPath = (): string => '/join'
export const joinSeatPath = (roomId: string): string => `/join/seat/${roomId}`
export const joinWaitPath = (): string => '/join/wait'
export const declinedInvitationPath = (token: string): string => withQuery(invitationPath(token), { declined: '1' })

// Courses.

export const coursesPath = (): string => '/courses'
export const newCoursePath = (): string => '/courses/new'
export const coursePath = (courseId: string): string => `/courses/${courseId}`
/** The page of a course that repeats another, offering the debates of that one. */
export const repeatedCoursePath = (courseId: string, from: string): string => withQuery(coursePath(courseId), { from })
/** The course page, offering to reopen a discarded debate; `address` holds its whole setup. */
export const discardedDebatePath = (courseId: string, address: string | null): string =>
  withQuery(coursePath(courseId), { discarded: address })
export const rosterPath = (courseId: string): string => `${coursePath(courseId)}/roster`
/** The personal links of a course; `from` is the activity to whose page they lead back. */
export const linksPath = (courseId: string, from: string | null = null): string =>
  withQuery(`${coursePath(courseId)}/links`, { from })
/** What was mailed to the roster of a course. */
/** The activities of a course, each with its tables beside each other; one of them open. */
export const courseComparePath = (courseId: string, activity: string | null = null): string =>
  withQuery(`${coursePath(courseId)}/compare`, { activity })

/** The entries that staff named as exemplars, of all rooms. */
export const exemplarsPath = (courseId: string): string => `${coursePath(courseId)}/exemplars`
export const messagesPath = (courseId: string): string => `${coursePath(courseId)}/messages`
export const linksFilePath = (courseId: string): string => `${coursePath(courseId)}/links.csv`
/** The search of a course: the query, and the index of the first result shown. */
export const searchPath = (
  courseId: string,
  { q, activity, from }: { q?: string; activity?: string | null; from?: number } = {},
): string => withQuery(`${coursePath(courseId)}/search`, { q, activity, from: from ? String(from) : null })
export const newSeminarPath = (courseId: string): string => `${coursePath(courseId)}/new-seminar`
/** `draft` is a setup as a query string, with or without its question mark. */
export const newHomeworkPath = (courseId: string, draft = ''): string =>
  `${coursePath(courseId)}/new-homework${draft === '' ? '' : `?${draft.replace(/^\?/, '')}`}`
/** The wizard with a scenario chosen; to try it, at the speed at which understudies play alone. */
export const seminarWithPath = (courseId: string, scenario: string, wish?: 'try'): string =>
  withQuery(newSeminarPath(courseId), { scenario, practice: wish === 'try' ? 'yes' : null })
export const homeworkWithPath = (courseId: string, scenario: string): string =>
  withQuery(newHomeworkPath(courseId), { scenario })
/** The scenarios that a course's staff write, and one of them. */
export const scenariosPath = (courseId: string): string => `${coursePath(courseId)}/scenarios`
export const writtenScenarioPath = (courseId: string, scenarioId: string): string =>
  `${scenariosPath(courseId)}/${scenarioId}`
/** Where a homework debate is made again, some weeks later. */
export const repeatDebatePath = (courseId: string, activityId: string, into: string | null = null): string =>
  withQuery(`${coursePath(courseId)}/repeat/${activityId}`, { into })
export const bringRecordPath = (courseId: string): string => `${coursePath(courseId)}/bring-record`
/** The upload of a record's file. */
export const recordFilePath = (courseId: string): string => `${bringRecordPath(courseId)}/file`
/** The research file of a course, or of one of its activities. */
export const researchPath = (courseId: string, activity: string | null = null): string =>
  withQuery(`${coursePath(courseId)}/research`, { activity })
export const researchFilePath = (courseId: string, activity: string | null, withMarks: boolean): string =>
  withQuery(`${researchPath(courseId)}/file`, { activity, marks: withMarks ? 'yes' : null })

// Activities.

const activityPath = (activityId: string): string => `/activities/${activityId}`
export const lobbyPath = (activityId: string): string => `${activityPath(activityId)}/lobby`
export const seatingPath = (activityId: string): string => `${activityPath(activityId)}/seating`
/** The role sheets to print, by delegation or by name. */
export const roleSheetsPath = (activityId: string, order?: 'delegation' | 'name' | 'office'): string =>
  withQuery(`${activityPath(activityId)}/briefs`, { order })
export const wallPath = (activityId: string): string => `${activityPath(activityId)}/wall`
export const boardPath = (activityId: string): string => `${activityPath(activityId)}/board`
/** The page from which an instructor runs an activity. */
export const runPath = ({ id, kind }: { id: string; kind: 'seminar' | 'homework' }): string =>
  kind === 'homework' ? boardPath(id) : lobbyPath(id)
export const previewPath = (activityId: string, roomId: string, seatId: string): string =>
  `${boardPath(activityId)}/preview/${roomId}/${seatId}`
/** Where an activity is graded: everybody, or one student. */
export const gradingPath = (activityId: string, participantId?: string): string =>
  `${activityPath(activityId)}/grading${participantId === undefined ? '' : `/${participantId}`}`
export const rubricPath = (activityId: string): string => `${activityPath(activityId)}/rubric`
export const gradebookPath = (activityId: string): string => `${activityPath(activityId)}/gradebook`
/** The upload of a gradebook file that Canvas exported. */
export const canvasFilePath = (activityId: string): string => `${gradebookPath(activityId)}/fill`
export const gradebookFilePath = (activityId: string, file: string): string => `${gradebookPath(activityId)}/${file}`

/** Evidence of learning of all tables of an activity, or of one. */
export const learningPath = (activityId: string, table: string | null = null): string =>
  withQuery(`${activityPath(activityId)}/learning`, { table })
export const learningFilePath = (activityId: string, table: string | null): string =>
  withQuery(`${activityPath(activityId)}/learning/learning.csv`, { table })

/** The tables of an activity beside each other: which distance, in which order, and which moment. */
export const comparePath = (activityId: string, query: Readonly<Record<string, string | null>> = {}): string =>
  withQuery(`${activityPath(activityId)}/compare`, query)
export const compareFilePath = (activityId: string, of: string): string =>
  withQuery(`${activityPath(activityId)}/compare/compare.csv`, { of })

/** The student's pack of an activity's scenario. */
export const scenarioPath = (activityId: string): string => `${activityPath(activityId)}/scenario`
/** The instructor's pack: every side's briefs are in it. */
export const instructorPackPath = (activityId: string): string => `${scenarioPath(activityId)}/instructor`
/** A pack before an activity is made with the scenario; `pack` is for whom. */
export const offeredScenarioPath = (courseId: string, key: string, pack?: 'instructor'): string =>
  withQuery(`${coursePath(courseId)}/scenario/${key}`, { pack })

// Rooms.

/** A participant's room, at its start or at a tab. */
export const roomPath = (roomId: string, place?: 'reflection'): string =>
  `/rooms/${roomId}${place === undefined ? '' : `#${place}`}`
/** Where this piece of owed work is done in a room. */
export const doPath = (roomId: string, work: DoAddress): string => `${roomPath(roomId)}#${doHash(work)}`
/** The same where it is known; else the room. */
export const workPath = (roomId: string, work: DoAddress | null): string =>
  work ? doPath(roomId, work) : roomPath(roomId)
export const deskPath = (roomId: string): string => `${roomPath(roomId)}/desk`
export const stagePath = (roomId: string): string => `${roomPath(roomId)}/stage`
export const marksPath = (roomId: string): string => `${roomPath(roomId)}/marks`
export const levelsFilePath = (roomId: string): string => `${marksPath(roomId)}/levels.csv`
export const debriefPath = (roomId: string): string => `${roomPath(roomId)}/debrief`
/** What the reader is asked in this room now; `left` is what their device knows that they left out. */
export const askedPath = (roomId: string, left: string | [name: string, value: string][]): string =>
  `${roomPath(roomId)}/now?${new URLSearchParams(left)}`
export const draftsPath = (roomId: string): string => `${roomPath(roomId)}/drafts`
export const replayPath = (roomId: string): string => `${roomPath(roomId)}/replay`
/** The rows of a replay; `as` is the delegation whose view they are filtered for. */
export const replayRowsPath = (roomId: string, as: string | null): string =>
  withQuery(`${replayPath(roomId)}/rows`, { as })
/** Plays on from a moment of a room, by its row; `fault` says why it could not be done. */
export const forkPath = (roomId: string, at: number, fault: string | null = null): string =>
  withQuery(`${replayPath(roomId)}/fork`, { at: String(at), fault })
/** `query` is the transcript's filter as a query string. */
export const transcriptPath = (roomId: string, query = ''): string =>
  `${roomPath(roomId)}/transcript${query === '' ? '' : `?${query}`}`
/** One entry of the transcript, by its number. */
export const entryPath = (roomId: string, no: string): string => `${transcriptPath(roomId)}#e${no}`
/** A form of the record as `reader` gets it: a file, or for a page all its entries or their count; `filter` is a query. */
export const exportPath = (roomId: string, format: string, reader: string, filter = ''): string =>
  `${transcriptPath(roomId)}/export?${joined(`format=${format}`, `for=${reader}`, filter)}`
/** What stands beside the entries for whoever asks. */
export const annotationsPath = (roomId: string): string => `${transcriptPath(roomId)}/annotations`
/** As a file what of it may leave. */
export const annotationsFilePath = (roomId: string): string => `${annotationsPath(roomId)}?file=web`
/** The same as a page to print. */
export const paperPath = (roomId: string, reader: string, filter = ''): string =>
  `${transcriptPath(roomId)}/paper?${joined(`for=${reader}`, filter)}`

/** A link to a record, for one reader. */
export const recordLinkPath = (token: string): string => `/r/${token}`
/** One entry by such a link. */
export const linkedEntryPath = (token: string, no: string): string => `${recordLinkPath(token)}/${no}`
export const linkedEntriesPath = (token: string): string => `${recordLinkPath(token)}/entries`

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('&')
