/** The rows of the authorisation matrix for actions that concern whoever asks alone: a sign-in, an account, a door. */
import { type ActionRow, ownForm } from './action-row'

const NOWHERE = '00000000-0000-4000-8000-000000000000'

export const OWN_ACTIONS: Readonly<Record<string, ActionRow>> = {
  '(people)/sign-in/actions.ts#signIn': ownForm({ email: 'a@b.example', password: 'no', next: '/' }, { attempt: 0 }),
  '(people)/sign-in/actions.ts#signInToDemo': ownForm(),
  '(people)/sign-in/actions.ts#mailLink': ownForm({ email: 'x', next: '/my' }, { email: '', fault: null }),
  '(people)/forgotten/actions.ts#askForLink': ownForm({ email: 'x' }, { email: '', fault: null }),
  '(people)/forgotten/actions.ts#choosePassword': ownForm(
    { token: 'x'.repeat(43), next: 'three unrelated words' },
    { attempt: 0, fault: null },
  ),
  '(people)/sign-up/actions.ts#createAccount': ownForm(
    { name: '', email: '', password: '', next: '/' },
    { attempt: 0 },
  ),
  'my/calendar-actions.ts#makeCalendar': ownForm(),
  'my/words-actions.ts#giveWords': ownForm({ activityId: NOWHERE, question: 'May we?', approval: '', yes: 'yes' }),
  'my/mail/actions.ts#chooseKinds': ownForm({ kind: 'moved' }),
  'mail/off/[token]/actions.ts#turnKindOff': ownForm({ token: 'place.moved.x' }),
  '_room/instructions-actions.ts#tickInstructions': ownForm({ activityId: 'nowhere' }),
  'account/actions.ts#changePassword': ownForm({ current: 'no', next: 'no' }, { attempt: 0, fault: null }),
  'account/actions.ts#changeName': ownForm({ name: '' }, { attempt: 0, name: '', outcome: null }),
  'account/actions.ts#endDevice': ownForm({ device: 'x'.repeat(22) }),
  'account/actions.ts#endOthers': ownForm(),
  'actions.ts#goToTheDoor': ownForm({ code: 'QQQQQQ' }),
  'courses/[courseId]/new-seminar/actions.ts#showAgain': ownForm({ courseId: 'x', step: '2' }),
  'courses/new/actions.ts#makeCourse': ownForm({ title: '', timeZone: 'Asia/Tokyo' }, { attempt: 0, faults: [] }),
  'invitation/[token]/actions.ts#accept': ownForm({ token: 'x'.repeat(43) }, { fault: null }),
  'invitation/[token]/actions.ts#decline': ownForm({ token: 'x'.repeat(43) }),
  'join/actions.ts#goToCode': ownForm({ code: 'QQQQQQ' }),
  'join/actions.ts#joinAs': ownForm({ code: 'QQQQQQ', name: 'Nobody' }, { attempt: 0 }),
  'join/actions.ts#askToComeIn': ownForm({ code: 'QQQQQQ', name: '' }, { attempt: 0 }),
  'join/actions.ts#leaveTheDoor': ownForm(),
  'join/actions.ts#comeIn': ownForm(),
  'p/[token]/actions.ts#enter': ownForm({ token: 'x'.repeat(43) }),
  'my/seats/actions.ts#sendChoices': ownForm({ activityId: NOWHERE }),
}
