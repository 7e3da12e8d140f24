/** The actions' part of the authorisation matrix (endpoint-rows.ts): for each, what it is given, and who may do it. */
import { randomUUID } from 'node:crypto'
import { begunWith } from '#simulation/scenario/authoring/writing'
import { rubricWith } from '../../support/files/rubrics'
import { type ActionRow, activityOnly, form } from './action-row'
import { OWN_ACTIONS } from './own-action-rows'
import { authors, chairs, graders, nobody, people, table } from './reaches'
import { staff } from './staff-expected'

const BEGUN = begunWith('x', 'en')

export const ACTIONS: Readonly<Record<string, ActionRow>> = {
  ...OWN_ACTIONS,
  'my/news-actions.ts#newsShown': { own: { value: { upTo: 0, zone: 'Asia/Tokyo' } } },
  'courses/[courseId]/research/actions.ts#askForWords': form(
    (at) => ({ ...activityOnly(at), question: 'May we?', approval: '' }),
    people,
    { saved: false },
  ),
  'courses/[courseId]/scenarios/actions.ts#beginScenario': form(
    ({ courseId }) => ({ courseId, title: 'x', language: 'en' }),
    chairs,
    { fault: null },
  ),
  'courses/[courseId]/scenarios/actions.ts#saveThisWriting': {
    call: ({ courseId, scenarioId }) => ({ value: { courseId, scenarioId, version: 1, base: BEGUN, own: BEGUN } }),
    may: chairs,
  },
  'courses/[courseId]/scenarios/actions.ts#readThisVersion': {
    call: ({ courseId, scenarioId }) => ({ value: { courseId, scenarioId, version: 0 } }),
    may: chairs,
  },
  'courses/[courseId]/scenarios/actions.ts#shareScenario': form(
    ({ courseId, scenarioId }) => ({ courseId, scenarioId, reach: 'course' }),
    authors,
  ),
  'courses/[courseId]/scenarios/actions.ts#shelveScenario': form(
    ({ courseId, scenarioId }) => ({ courseId, scenarioId, shelved: 'no' }),
    chairs,
  ),
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
  'activities/[activityId]/board/actions.ts#changeInstructions': form(
    ({ homeworkId }) => ({ activityId: homeworkId, instructions: 'x', aiUse: '' }),
    chairs,
  ),
  'activities/[activityId]/board/actions.ts#placeNewcomers': form(
    ({ homeworkId }) => ({ activityId: homeworkId }),
    chairs,
  ),
  'activities/[activityId]/gradebook/actions.ts#keepInGrades': {
    call: ({ activityId, participantId }) => ({ value: { activityId, participantId, kept: true } }),
    may: chairs,
  },
  'activities/[activityId]/grading/grading-actions.ts#saveNote': {
    call: ({ activityId, participantId }) => ({
      value: { activityId, participantId, comment: null, tookNoPart: false },
    }),
    may: graders,
  },
  'activities/[activityId]/grading/grading-actions.ts#readHistory': {
    call: ({ activityId, participantId }) => ({ value: { activityId, participantId } }),
    may: graders,
  },
  'activities/[activityId]/grading/grading-actions.ts#release': {
    call: ({ activityId }) => ({ value: { activityId, scope: { kind: 'complete' }, reason: null } }),
    may: chairs,
  },
  'activities/[activityId]/grading/grading-actions.ts#withdraw': {
    call: ({ activityId }) => ({ value: { activityId, act: '0c5a0b5e-6f2f-4a53-9c55-0d1f7a6f2b11' } }),
    may: chairs,
  },
  // No level was given there, so whoever may answer is told that another counts.
  'activities/[activityId]/grading/grading-actions.ts#answerRegrade': {
    call: ({ activityId, participantId }) => ({
      value: { activityId, participantId, criterion: 'role', level: 2, text: 'It stays.' },
    }),
    may: graders,
  },
  'my/marks/[activityId]/regrade-actions.ts#ask': {
    own: { value: { activityId: 'nowhere', criterion: 'role', text: 'x'.repeat(40) } },
  },
  'my/reviews/[activityId]/review-actions.ts#judge': { own: { value: { activityId: '', place: 0, levels: {} } } },
  'my/reviews/[activityId]/review-actions.ts#send': {
    own: { value: { activityId: 'nowhere', review: 'none', levels: {}, comment: 'x'.repeat(40) } },
  },
  '_beside/peer-reviews/hide-actions.ts#hideReview': {
    call: ({ activityId, participantId, reviewId }) => ({
      value: { activityId, participantId, review: reviewId, reason: 'Not about the posts.' },
    }),
    may: graders,
    once: true,
  },
  'activities/[activityId]/grading/grading-actions.ts#saveGrading': {
    call: ({ activityId }) => ({ value: { activityId, grading: { evidence: 'asked', noPart: 'zero' } } }),
    may: chairs,
  },
  // Nobody has seen so many versions, so whoever may is told that another was saved.
  'activities/[activityId]/rubric/rubric-actions.ts#saveRubric': {
    call: ({ activityId }) => ({
      value: { activityId, rubric: rubricWith(['role']), evidence: 'asked', versions: 99, reach: null, course: 'same' },
    }),
    may: chairs,
  },
  'courses/[courseId]/people-actions.ts#inviteColleague': form(
    ({ courseId }) => ({ courseId, email: 'nobody@college.example', part: 'assistant' }),
    people,
    { attempt: 0 },
  ),
  'courses/[courseId]/people-actions.ts#takeBackInvitation': form(
    ({ courseId, invitationId }) => ({ courseId, id: invitationId }),
    people,
  ),
  'courses/[courseId]/people-actions.ts#changeColleague': form(
    ({ courseId, colleagueId }) => ({ courseId, userId: colleagueId, part: 'assistant' }),
    people,
    { attempt: 0 },
  ),
  // A course is handed to instructors alone, so this is refused with a sentence and changes nothing.
  'courses/[courseId]/people-actions.ts#handOverTo': form(
    ({ courseId, colleagueId }) => ({ courseId, userId: colleagueId }),
    people,
    { attempt: 0 },
  ),
  'courses/[courseId]/people-actions.ts#takeOff': {
    ...form(({ courseId, colleagueId }) => ({ courseId, userId: colleagueId }), people, { attempt: 0 }),
    once: true,
  },
  'courses/[courseId]/people-actions.ts#leave': {
    ...form(({ courseId }) => ({ courseId }), staff('hasPart'), { attempt: 0 }),
    ends: true,
  },
  'courses/[courseId]/course-actions.ts#renameThisCourse': form(({ courseId }) => ({ courseId, title: '' }), people, {
    attempt: 0,
  }),
  'courses/[courseId]/course-actions.ts#archiveThisCourse': form(
    ({ courseId }) => ({ courseId, archived: 'no' }),
    people,
  ),
  'rooms/[roomId]/replay/fork/actions.ts#playOn': form(({ roomId }) => ({ roomId, at: '1', seats: 'empty' }), people),
  'courses/[courseId]/course-actions.ts#repeatThisCourse': form(({ courseId }) => ({ courseId }), people),
  'courses/[courseId]/course-actions.ts#deleteThisCourse': {
    ...form(({ courseId }) => ({ courseId }), people),
    ends: true,
  },
  // The courses of this world are not deleted, so there is nothing to put back.
  'courses/[courseId]/course-actions.ts#putCourseBack': form(({ courseId }) => ({ courseId }), nobody),
  'courses/[courseId]/activity-actions.ts#renameThisActivity': form(
    ({ activityId }) => ({ activityId, title: '' }),
    people,
    { attempt: 0 },
  ),
  'courses/[courseId]/activity-actions.ts#archiveThisActivity': form(
    ({ activityId }) => ({ activityId, archived: 'no' }),
    people,
  ),
  'courses/[courseId]/activity-actions.ts#repeatThisSeminar': form(
    ({ activityId, courseId }) => ({ activityId, into: courseId }),
    people,
  ),
  'courses/[courseId]/activity-actions.ts#deleteThisActivity': {
    ...form(({ activityId }) => ({ activityId }), people),
    ends: true,
  },
  'courses/[courseId]/activity-actions.ts#putActivityBack': form(({ activityId }) => ({ activityId }), people),
  'courses/[courseId]/new-homework/actions.ts#publishHomework': form(({ courseId }) => ({ courseId }), chairs, {
    fault: null,
  }),
  'courses/[courseId]/new-homework/unpublished-actions.ts#keepHomework': form(({ courseId }) => ({ courseId }), chairs),
  'courses/[courseId]/new-homework/unpublished-actions.ts#discardHomework': form(
    ({ courseId, draftId }) => ({ courseId, draft: draftId }),
    chairs,
  ),
  'courses/[courseId]/new-seminar/actions.ts#makeSeminar': form(({ courseId }) => ({ courseId }), chairs, {
    fault: null,
  }),
  'courses/[courseId]/repeat/[activityId]/actions.ts#repeatThisDebate': form(
    ({ courseId, homeworkId }) => ({ activityId: homeworkId, into: courseId, start: '2026-01-01', title: 'Again' }),
    people,
    { fault: null },
  ),
  'courses/[courseId]/messages/actions.ts#resend': form(({ courseId, mailId }) => ({ courseId, mailId }), chairs),
  'courses/[courseId]/links/actions.ts#makeLinks': form(({ courseId }) => ({ courseId }), chairs),
  'courses/[courseId]/links/actions.ts#renew': form(
    ({ courseId, rosterPlaceId }) => ({ courseId, placeId: rosterPlaceId }),
    chairs,
  ),
  'courses/[courseId]/roster/extra-time-actions.ts#saveExtraTime': form(
    ({ courseId, rosterPlaceId }) => ({ courseId, placeId: rosterPlaceId, percent: '50' }),
    chairs,
    { attempt: 0 },
  ),
  'courses/[courseId]/roster/actions.ts#judgeRoster': form(
    ({ courseId }) => ({ courseId, text: 'Only One', step: 'save', seen: '1 0' }),
    chairs,
    { attempt: 0 },
  ),
  'join/actions.ts#findOwnName': { own: { value: { code: 'QQQQQQ', word: 'a'.repeat(32), typed: 'no' } } },
  '_room/knock-actions.ts#answerKnock': {
    call: ({ otherRequestId }) => ({ value: { requestId: otherRequestId, admit: false } }),
    may: chairs,
    once: true,
  },
  '_room/off/strike-actions.ts#readStruckWords': {
    call: ({ roomId }) => ({ value: { roomId, entry: '1' } }),
    may: chairs,
  },
  '_room/off/strike-actions.ts#strike': {
    call: ({ roomId }) => ({ value: { roomId, command: { type: 'answerReport', entry: '1' } } }),
    may: chairs,
  },
  '_room/off/strike-actions.ts#followStrikes': { call: ({ roomId }) => ({ value: roomId }), may: chairs },
  '_room/off/strike-actions.ts#takeNameOff': {
    call: ({ roomId, participantId }) => ({ value: { roomId, person: participantId } }),
    may: chairs,
  },
  '_room/off/strike-actions.ts#putNameBack': {
    call: ({ roomId, participantId }) => ({ value: { roomId, person: participantId } }),
    may: chairs,
  },
  'rooms/[roomId]/transcript/annotations/annotation-actions.ts#saveThread': {
    call: ({ roomId }) => ({
      value: { id: randomUUID(), roomId, entry: '1', span: null, for: 'me', tags: [], exemplar: false, text: 'Mine.' },
    }),
    may: table,
  },
  'rooms/[roomId]/transcript/annotations/annotation-actions.ts#saveAnswer': {
    call: ({ roomId, threadId }) => ({ value: { id: randomUUID(), roomId, thread: threadId, text: 'I agree.' } }),
    may: table,
  },
  // Somebody else's.
  'rooms/[roomId]/transcript/annotations/annotation-actions.ts#removeComment': {
    call: ({ roomId, commentId }) => ({ value: { roomId, comment: commentId } }),
    may: nobody,
  },
  'rooms/[roomId]/transcript/annotations/annotation-actions.ts#setHidden': {
    call: ({ roomId, commentId }) => ({ value: { roomId, comment: commentId, reason: 'Off the point.' } }),
    may: chairs,
  },
  'rooms/[roomId]/transcript/share/link-actions.ts#makeLink': {
    call: ({ roomId }) => ({ value: { roomId, reader: 'offices', days: 7 } }),
    may: chairs,
  },
  'rooms/[roomId]/transcript/share/link-actions.ts#listLinks': {
    call: ({ roomId }) => ({ value: roomId }),
    may: chairs,
  },
  'rooms/[roomId]/transcript/share/link-actions.ts#revokeLink': {
    call: ({ roomId, linkId }) => ({ value: { roomId, id: linkId } }),
    may: chairs,
    once: true,
  },
  'rooms/[roomId]/transcript/share/link-actions.ts#reopenLink': {
    call: ({ roomId, revokedLinkId }) => ({ value: { roomId, id: revokedLinkId } }),
    may: chairs,
    once: true,
  },
  'activities/[activityId]/seating/actions.ts#changeSeats': {
    call: ({ activityId }) => ({
      value: { activityId, asked: { version: 0, change: { do: 'shown', on: false } } },
    }),
    may: chairs,
  },
  '_marks/marks-actions.ts#saveMark': {
    call: ({ roomId, participantId }) => ({
      value: {
        ...{ subject: 'student', participantId, roomId, round: null, criterion: 'role', level: 0 },
        ...{ evidence: [], noEvidence: true, comment: null },
      },
    }),
    may: graders,
  },
  '_marks/marks-actions.ts#release': { call: ({ roomId }) => ({ value: roomId }), may: chairs },
  '_marks/marks-actions.ts#withdraw': { call: ({ roomId }) => ({ value: roomId }), may: chairs },
}
