/** As whom somebody comes to a door: as the person this device is signed in as, or as somebody new. It knows no door. */
import { nameKey } from '../store/people/names'
import type { Person } from '../store/people/users'

type JoinChoice = { as: 'self' | 'other'; name: string }

/**
 * The signed-in person only where they were asked and said so. A guest is nothing but a name, so whoever types another one is somebody
 * else, who must not come into the guest's places; an account stays the same person under the name that a class knows.
 */
export function joiningPerson<Known extends Pick<Person, 'kind' | 'name'>>(
  signedIn: Known | null,
  { as, name }: JoinChoice,
): Known | null {
  if (signedIn === null || as === 'other') return null
  return signedIn.kind === 'account' || nameKey(signedIn.name) === nameKey(name) ? signedIn : null
}
