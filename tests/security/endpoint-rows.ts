/**
 * The authorisation matrix: for every way into the server, who may go it and to what. Written by hand, from what each is for; a way
 * without a row here fails the tests. It must not ask the server's own guards.
 */
import type { Actor, Place, Target } from './given-world'

/** Who gets through to a thing, by how near it is to the guest and the student. */
export type Reach = Readonly<Record<Target, readonly Actor[]>>

const ours = ['assistant', 'instructor', 'administrator'] as const
const theirs = ['other instructor', 'administrator'] as const
const seated = ['guest', 'student'] as const

/** Whoever chairs it. */
export const chairs: Reach = { own: ours, 'next table': ours, 'same course': ours, 'other course': theirs }
/** Whoever sits at this very table, and whoever chairs it. */
export const table: Reach = { ...chairs, own: [...seated, ...ours] }
/** Whoever takes part in the activity, and whoever chairs it. */
export const activity: Reach = { ...table, 'next table': [...seated, ...ours] }
/** Whoever takes part in anything of the course, and whoever chairs it. */
export const member: Reach = { ...activity, 'same course': [...seated, ...ours] }
/** Whoever sits at this very table, and not its chairs. */
export const sitters: Reach = { own: seated, 'next table': [], 'same course': [], 'other course': [] }
/** Whoever takes part in the activity, and not its chairs. */
export const participants: Reach = { ...sitters, 'next table': seated }

export type Row =
  /** Leads to somebody's thing. */
  | { at: (place: Place) => string; may: Reach; body?: (place: Place) => unknown }
  /** Names no thing: whoever asks finds only their own there. */
  | { own: string }

const course = (rest = ''): Extract<Row, { may: unknown }> => ({
  at: ({ courseId }) => `/courses/${courseId}${rest}`,
  may: chairs,
})
const of = (rest: string, may: Reach): Row => ({ at: ({ activityId }) => `/activities/${activityId}${rest}`, may })
const homework = (rest: string): Row => ({ at: ({ homeworkId }) => `/activities/${homeworkId}${rest}`, may: chairs })
const room = (rest: string, may: Reach): Extract<Row, { may: unknown }> => ({
  at: ({ roomId }) => `/rooms/${roomId}${rest}`,
  may,
})

export const PAGES: Readonly<Record<string, Row>> = {
  '/': { own: '/' },
  '/components': { own: '/components' },
  '/sign-in': { own: '/sign-in' },
  '/sign-up': { own: '/sign-up' },
  '/home': { own: '/home' },
  '/my': { own: '/my' },
  '/my/marks': { own: '/my/marks' },
  '/my/marks/[activityId]': { at: ({ activityId }) => `/my/marks/${activityId}`, may: participants },
  '/courses': { own: '/courses' },
  '/courses/new': { own: '/courses/new' },
  '/courses/[courseId]': course(),
  '/courses/[courseId]/bring-record': course('/bring-record'),
  '/courses/[courseId]/new-homework': course('/new-homework'),
  '/courses/[courseId]/new-seminar': course('/new-seminar'),
  '/courses/[courseId]/roster': course('/roster'),
  '/courses/[courseId]/search': { at: ({ courseId }) => `/courses/${courseId}/search`, may: member },
  '/activities/[activityId]/board': homework('/board'),
  '/activities/[activityId]/board/links': homework('/board/links'),
  '/activities/[activityId]/board/preview/[roomId]/[seatId]': {
    at: ({ activityId, roomId, seatId }) => `/activities/${activityId}/board/preview/${roomId}/${seatId}`,
    may: chairs,
  },
  '/activities/[activityId]/gradebook': of('/gradebook', chairs),
  '/activities/[activityId]/lobby': of('/lobby', activity),
  '/activities/[activityId]/wall': of('/wall', chairs),
  '/join': { own: '/join' },
  '/join/[code]': { own: '/join/QQQQQQ' },
  '/join/seat/[roomId]': { at: ({ roomId }) => `/join/seat/${roomId}`, may: table },
  '/join/wait': { own: '/join/wait' },
  '/p/[token]': { own: `/p/${'x'.repeat(43)}` },
  '/rooms/[roomId]': room('', table),
  '/rooms/[roomId]/debrief': room('/debrief', chairs),
  '/rooms/[roomId]/desk': room('/desk', chairs),
  '/rooms/[roomId]/marks': room('/marks', chairs),
  '/rooms/[roomId]/replay': room('/replay', table),
  '/rooms/[roomId]/stage': room('/stage', chairs),
  '/rooms/[roomId]/transcript': room('/transcript', table),
}

export const ROUTES: Readonly<Record<string, Row>> = {
  'GET /activities/[activityId]/board/links.csv': homework('/board/links.csv'),
  'GET /activities/[activityId]/gradebook/[file]': of('/gradebook/grades.csv', chairs),
  'GET /api/auth/[...nextauth]': { own: '/api/auth/session' },
  'POST /api/auth/[...nextauth]': { own: '/api/auth/signout' },
  'POST /courses/[courseId]/bring-record/file': { ...course('/bring-record/file'), body: () => ({ format: 'none' }) },
  'GET /j/[code]': { own: '/j/QQQQQQ' },
  'GET /rooms/[roomId]/drafts': room('/drafts', sitters),
  'PUT /rooms/[roomId]/drafts': {
    ...room('/drafts', sitters),
    body: () => ({ key: 'a-draft', text: 'Words under way.', over: null }),
  },
  'GET /rooms/[roomId]/marks/levels.csv': room('/marks/levels.csv', chairs),
  'GET /rooms/[roomId]/replay/rows': room('/replay/rows', table),
  'GET /rooms/[roomId]/transcript/export': room('/transcript/export?format=json', table),
}

/** What an action is given: a state before it, where it keeps one, and a form; or a plain value. */
export type Call = { fields: Record<string, string>; state?: unknown } | { value: unknown }
export type ActionRow =
  | {
      call: (place: Place) => Call
      may: Reach
      /** There is nothing left to do once somebody has done it. */
      once?: boolean
    }
  /** Acts on nothing but the device that calls it. */
  | { own: Call }

const form = (fields: (place: Place) => Record<string, string>, may: Reach, state?: unknown): ActionRow => ({
  call: (place) => ({ fields: fields(place), ...(state === undefined ? {} : { state }) }),
  may,
})
const ownForm = (fields: Record<string, string> = {}, state?: unknown): ActionRow => ({
  own: { fields, ...(state === undefined ? {} : { state }) },
})
const activityOnly = ({ activityId }: Place) => ({ activityId })

export const ACTIONS: Readonly<Record<string, ActionRow>> = {
  '(people)/sign-in/actions.ts#signIn': ownForm({ email: 'a@b.example', password: 'no', next: '/' }, { attempt: 0 }),
  '(people)/sign-in/actions.ts#signInToDemo': ownForm(),
  '(people)/sign-out/actions.ts#signOut': ownForm(),
  '(people)/sign-up/actions.ts#createAccount': ownForm(
    { name: '', email: '', password: '', next: '/' },
    { attempt: 0 },
  ),
  'actions.ts#goToTheDoor': ownForm({ code: 'QQQQQQ' }),
  'activities/[activityId]/actions.ts#setDoor': form((at) => ({ ...activityOnly(at), door: 'closed' }), chairs),
  'activities/[activityId]/actions.ts#replaceCode': form(activityOnly, chairs),
  'activities/[activityId]/actions.ts#answerKnock': form(
    ({ activityId, requestId }) => ({ activityId, requestId, answer: 'refuse' }),
    chairs,
    { fault: null },
  ),
  'activities/[activityId]/actions.ts#giveTable': form(
    ({ activityId, participantId, roomId }) => ({ activityId, participantId, roomId }),
    chairs,
  ),
  'activities/[activityId]/board/actions.ts#resolveDeadline': {
    call: ({ homeworkId }) => ({ value: { activityId: homeworkId, wall: '2026-12-01T10:00' } }),
    may: chairs,
  },
  'activities/[activityId]/board/actions.ts#placeNewcomers': form(
    ({ homeworkId }) => ({ activityId: homeworkId }),
    chairs,
  ),
  'activities/[activityId]/board/links/actions.ts#renew': form(
    ({ homeworkId, rosterPlaceId }) => ({ activityId: homeworkId, placeId: rosterPlaceId }),
    chairs,
  ),
  'activities/[activityId]/gradebook/actions.ts#fillExport': form(activityOnly, chairs, { attempt: 0, filled: null }),
  'courses/[courseId]/actions.ts#addColleague': form(
    ({ courseId }) => ({ courseId, email: 'nobody@college.example', role: 'assistant' }),
    chairs,
    { attempt: 0, email: '', outcome: null },
  ),
  'courses/[courseId]/new-homework/actions.ts#publishHomework': form(({ courseId }) => ({ courseId }), chairs, {
    fault: null,
  }),
  'courses/[courseId]/new-homework/draft-actions.ts#keepHomework': form(({ courseId }) => ({ courseId }), chairs),
  'courses/[courseId]/new-homework/draft-actions.ts#discardHomework': form(
    ({ courseId, draftId }) => ({ courseId, draft: draftId }),
    chairs,
  ),
  'courses/[courseId]/new-seminar/actions.ts#makeSeminar': form(({ courseId }) => ({ courseId }), chairs, {
    fault: null,
  }),
  'courses/[courseId]/roster/actions.ts#judgeRoster': form(
    ({ courseId }) => ({ courseId, text: 'Only One', step: 'save' }),
    chairs,
    { attempt: 0, text: '', read: null, outcome: null },
  ),
  'courses/new/actions.ts#makeCourse': ownForm({ title: '', timeZone: 'Asia/Tokyo' }, { attempt: 0, faults: [] }),
  'join/actions.ts#goToCode': ownForm({ code: 'QQQQQQ' }),
  'join/actions.ts#joinAs': ownForm({ code: 'QQQQQQ', name: 'Nobody' }, { attempt: 0 }),
  'join/actions.ts#askToComeIn': ownForm({ code: 'QQQQQQ', name: '' }, { attempt: 0 }),
  'join/actions.ts#leaveTheDoor': ownForm(),
  'join/actions.ts#comeIn': ownForm(),
  'p/[token]/actions.ts#enter': ownForm({ token: 'x'.repeat(43) }),
  'rooms/[roomId]/desk/desk-actions.ts#answerKnock': {
    call: ({ otherRequestId }) => ({ value: { requestId: otherRequestId, admit: false } }),
    may: chairs,
    once: true,
  },
  'rooms/[roomId]/transcript/note-actions.ts#saveNote': {
    call: ({ roomId }) => ({ value: { roomId, entry: 'us1', id: null, for: 'chair', text: 'Mine.' } }),
    may: chairs,
  },
  'rooms/[roomId]/transcript/note-actions.ts#removeNote': {
    call: ({ roomId, noteId }) => ({ value: { roomId, id: noteId } }),
    may: chairs,
    once: true,
  },
  'rooms/[roomId]/marks/marks-actions.ts#saveMark': {
    call: ({ roomId, participantId }) => ({
      value: {
        ...{ subject: 'student', participantId, roomId, round: null, criterion: 'role', level: 0 },
        ...{ evidence: [], noEvidence: true, comment: null },
      },
    }),
    may: chairs,
  },
  'rooms/[roomId]/marks/marks-actions.ts#release': { call: ({ roomId }) => ({ value: roomId }), may: chairs },
  'rooms/[roomId]/marks/marks-actions.ts#withdraw': { call: ({ roomId }) => ({ value: roomId }), may: chairs },
}

/** Who may give a command at all, whatever the moment: the chair, whoever sits, or whoever is in the room. */
export type CommandRow = { by: 'chair' | 'person' | 'both'; sample: Readonly<Record<string, unknown>> }
const chair = (sample: CommandRow['sample'] = {}): CommandRow => ({ by: 'chair', sample })
const person = (sample: CommandRow['sample'] = {}): CommandRow => ({ by: 'person', sample })
const words = { round: 'framing', stage: 'opening', value: 1, text: 'x', redLine: '', anchors: [], guesses: {} }

export const COMMANDS: Readonly<Record<string, CommandRow>> = {
  takeSeat: person({ seat: 'us.defense' }),
  leaveSeat: person(),
  placePerson: chair({ person: 'nobody', seat: null }),
  removePerson: chair({ person: 'nobody' }),
  readmitPerson: chair({ person: 'nobody' }),
  lockSeating: chair({ locked: true }),
  startPhase: chair({ index: 0 }),
  endPhase: chair({ index: 0 }),
  pauseClock: chair(),
  resumeClock: chair(),
  extendClock: chair({ minutes: 1 }),
  setAutopilot: chair({ agenda: false, floor: 'off' }),
  undoLastStep: chair(),
  moveDeadline: chair({ phase: 0, dueAt: 4_000_000_000_000 }),
  grantExtension: chair({ person: 'nobody', phase: 0, dueAt: 4_000_000_000_000 }),
  unsealRecord: chair(),
  closeRoom: chair(),
  askForFloor: person({ intent: 'question', answers: null }),
  lowerHand: person(),
  grantFloor: chair({ seat: 'us.state' }),
  takeBackFloor: chair(),
  yieldFloor: person({ to: null }),
  makeStatement: person({ text: 'x', intent: 'point', answers: null, anchors: [] }),
  postStatement: person({ phase: 0, round: 'framing', text: 'x', intent: 'point', answers: null, anchors: [] }),
  withdrawStatement: person({ entry: 1, reason: null }),
  speakInCaucus: person({ text: 'x' }),
  speakInBilateral: person({ between: 'us-jp', text: 'x' }),
  draftPosition: person(words),
  filePosition: person(words),
  chooseText: person({ clause: 'gap', text: 'us' }),
  keepBracket: person({ clause: 'gap', reason: 'x' }),
  adviseBallot: person({ clause: 'gap', vote: 'for' }),
  castBallot: person({ clause: 'gap', vote: 'for', reason: null }),
  sendInject: chair({ key: 'none' }),
  writeInject: chair({ headline: 'x', text: 'x' }),
  nudge: chair({ to: 'room', text: 'x' }),
  bookmarkEntry: chair({ entry: '1', note: null }),
  liftBookmark: chair({ entry: '1' }),
  callForHelp: person({ text: 'x' }),
  answerHelp: chair({ no: 'h1-1', text: null }),
  markStance: person({ round: 'framing', value: 1 }),
  writeReflection: person({ prompt: 0, text: 'x' }),
}
