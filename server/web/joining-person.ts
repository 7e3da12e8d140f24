/** Whether somebody who joins an activity keeps the device's sign-in or becomes a new person. */
import { nameKey } from '../store/people/names'
import type { Person } from '../store/people/users'

type JoinChoice = { as: 'self' | 'other'; name: string }

/**
 * The signed-in person, if they chose to go on as themselves; null makes a new guest. A guest who types another name counts as somebody
 * else and must not get the first guest's seats; an account stays the same person under any name.
 */
export function joiningPerson<Known extends Pick<Person, 'kind' | 'name'>>(
  signedIn: Known | null,
  { as, name }: JoinChoice,
): Known | null {
  if (signedIn === null || as === 'other') return null
  return signedIn.kind === 'account' || nameKey(signedIn.name) === nameKey(name) ? signedIn : null
}
