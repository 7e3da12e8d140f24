/**
 * The authorisation matrix: for every page, route and action, who may go it and to what. Written by hand, from what each is for; a way
 * without a row here fails the tests. It must not ask the server's own guards.
 */
import type { WorldIds } from './given-world'
import {
  activity,
  administrator,
  chairs,
  graders,
  markers,
  member,
  participants,
  people,
  sitters,
  table,
} from './reaches'
import { type Reach, staff } from './staff-expected'

export type Row =
  /** Leads to somebody's thing. */
  | { at: (place: WorldIds) => string; may: Reach; body?: (place: WorldIds) => unknown }
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
  '/scenario': { own: '/scenario' },
  '/sign-in': { own: '/sign-in' },
  '/sign-up': { own: '/sign-up' },
  '/forgotten': { own: '/forgotten' },
  '/forgotten/[token]': { own: `/forgotten/${'x'.repeat(43)}` },
  '/signed-out': { own: '/signed-out' },
  '/account': { own: '/account' },
  '/audit': { at: () => '/audit', may: administrator },
  '/this-server': { at: () => '/this-server', may: administrator },
  '/home': { own: '/home' },
  '/my': { own: '/my' },
  '/my/marks': { own: '/my/marks' },
  '/my/seats': { own: '/my/seats' },
  '/my/mail': { own: '/my/mail' },
  '/mail/off/[token]': { own: '/mail/off/place.moved.x' },
  '/my/reviews/[activityId]': { at: ({ activityId }) => `/my/reviews/${activityId}`, may: participants },
  '/my/marks/[activityId]': { at: ({ activityId }) => `/my/marks/${activityId}`, may: participants },
  '/courses': { own: '/courses' },
  '/courses/new': { own: '/courses/new' },
  '/courses/[courseId]': { ...course(), may: staff('belongs') },
  '/courses/[courseId]/bring-record': course('/bring-record'),
  '/courses/[courseId]/compare': course('/compare'),
  '/courses/[courseId]/exemplars': course('/exemplars'),
  '/courses/[courseId]/new-homework': course('/new-homework'),
  '/courses/[courseId]/new-seminar': course('/new-seminar'),
  '/courses/[courseId]/repeat/[activityId]': {
    at: ({ courseId, homeworkId }) => `/courses/${courseId}/repeat/${homeworkId}`,
    may: people,
  },
  '/courses/[courseId]/links': course('/links'),
  '/courses/[courseId]/messages': course('/messages'),
  '/courses/[courseId]/research': { ...course('/research'), may: people },
  '/courses/[courseId]/roster': course('/roster'),
  '/courses/[courseId]/scenarios': course('/scenarios'),
  '/courses/[courseId]/scenarios/[scenarioId]': {
    at: ({ courseId, scenarioId }) => `/courses/${courseId}/scenarios/${scenarioId}`,
    may: chairs,
  },
  '/courses/[courseId]/scenario/[scenarioKey]': course('/scenario/china-gap'),
  '/courses/[courseId]/search': { at: ({ courseId }) => `/courses/${courseId}/search`, may: member },
  '/activities/[activityId]/board': homework('/board'),
  '/activities/[activityId]/board/preview/[roomId]/[seatId]': {
    at: ({ activityId, roomId, seatId }) => `/activities/${activityId}/board/preview/${roomId}/${seatId}`,
    may: chairs,
  },
  '/activities/[activityId]/gradebook': of('/gradebook', chairs),
  '/activities/[activityId]/rubric': of('/rubric', chairs),
  '/activities/[activityId]/compare': of('/compare', chairs),
  '/activities/[activityId]/grading': of('/grading', markers),
  '/activities/[activityId]/grading/[participantId]': {
    at: ({ activityId, participantId }) => `/activities/${activityId}/grading/${participantId}`,
    may: markers,
  },
  '/activities/[activityId]/learning': of('/learning', chairs),
  '/activities/[activityId]/lobby': of('/lobby', activity),
  '/activities/[activityId]/scenario': of('/scenario', activity),
  '/activities/[activityId]/scenario/instructor': of('/scenario/instructor', chairs),
  '/activities/[activityId]/seating': of('/seating', chairs),
  '/activities/[activityId]/briefs': of('/briefs', chairs),
  '/activities/[activityId]/wall': of('/wall', chairs),
  '/invitation/[token]': { own: `/invitation/${'x'.repeat(43)}` },
  '/join': { own: '/join' },
  '/join/[code]': { own: '/join/QQQQQQ' },
  '/join/seat/[roomId]': { at: ({ roomId }) => `/join/seat/${roomId}`, may: table },
  '/join/wait': { own: '/join/wait' },
  '/p/[token]': { own: `/p/${'x'.repeat(43)}` },
  '/r/[token]': { own: `/r/${'x'.repeat(22)}` },
  '/rooms/[roomId]': room('', table),
  '/rooms/[roomId]/debrief': room('/debrief', graders),
  '/rooms/[roomId]/desk': room('/desk', chairs),
  '/rooms/[roomId]/marks': room('/marks', graders),
  '/rooms/[roomId]/replay/fork': room('/replay/fork?at=1', people),
  '/rooms/[roomId]/replay': room('/replay', table),
  '/rooms/[roomId]/stage': room('/stage', chairs),
  '/rooms/[roomId]/transcript': room('/transcript', table),
  '/rooms/[roomId]/transcript/paper': room('/transcript/paper?for=class', table),
}

export const ROUTES: Readonly<Record<string, Row>> = {
  'GET /courses/[courseId]/links.csv': course('/links.csv'),
  'GET /courses/[courseId]/research/file': { ...course('/research/file'), may: people },
  'GET /activities/[activityId]/gradebook/[file]': of('/gradebook/grades.csv', chairs),
  'POST /activities/[activityId]/gradebook/fill': { ...of('/gradebook/fill', chairs), body: () => 'ID,Student\n' },
  'GET /activities/[activityId]/compare/compare.csv': of('/compare/compare.csv', chairs),
  'GET /activities/[activityId]/learning/learning.csv': of('/learning/learning.csv', chairs),
  'GET /api/auth/session': { own: '/api/auth/session' },
  'POST /courses/[courseId]/bring-record/file': { ...course('/bring-record/file'), body: () => ({ format: 'none' }) },
  'GET /j/[code]': { own: '/j/QQQQQQ' },
  'GET /r/[token]/entries': { own: `/r/${'x'.repeat(22)}/entries` },
  'GET /r/[token]/[no]': { own: `/r/${'x'.repeat(22)}/41` },
  'GET /record-keys': { own: '/.well-known/track-two-keys.json' },
  'GET /calendar/[file]': { own: `/calendar/${'x'.repeat(43)}.ics` },
  'GET /mail/off/[token]/now': { own: '/mail/off/place.moved.x/now' },
  'POST /mail/off/[token]/now': { own: '/mail/off/place.moved.x/now' },
  'GET /rooms/[roomId]/drafts': room('/drafts', sitters),
  'PUT /rooms/[roomId]/drafts': {
    ...room('/drafts', sitters),
    body: () => ({ key: 'a-draft', text: 'Words under way.', over: null }),
  },
  'GET /rooms/[roomId]/marks/levels.csv': room('/marks/levels.csv', chairs),
  'GET /rooms/[roomId]/now': room('/now', sitters),
  'GET /rooms/[roomId]/replay/rows': room('/replay/rows', table),
  'POST /sign-out': { own: '/sign-out' },
  'GET /rooms/[roomId]/transcript/annotations': room('/transcript/annotations', table),
  'GET /rooms/[roomId]/transcript/export': room('/transcript/export?format=json', table),
}
