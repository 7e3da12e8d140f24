/** Bugs in identifying a request: which proxy is believed, who may use the demo, and who is signed in on a device. */
import type { Bug } from './bug'

const server = (name: string) => `tests/server/${name}.test.ts`

export const IN_WHO_COMES_IN: readonly Bug[] = [
  {
    breaks: 'anybody says which address they come from, and so tries passwords without end',
    inside: 'normalizeForwarding',
    old: `const isBelieved = isIn(ownMachine, peer) || isIn(proxies, peer)`,
    planted: `const isBelieved = isIn(ownMachine, peer) || isIn(proxies, peer) || claimed !== undefined`,
    tests: [server('forwarding')],
  },
  {
    breaks: 'the address that a visitor wrote stands for the one that the proxy saw',
    inside: 'clientAddress',
    old: `claimed.split(',').toReversed()`,
    planted: `claimed.split(',')`,
    tests: [server('forwarding')],
  },
  {
    breaks: 'a host of an IPv6 network tries from as many addresses as it likes',
    inside: 'addressKey',
    old: `  const groups = groupsOf(bare)`,
    planted: `  const groups = numbersIn(bare.replace('::', ':'))`,
    tests: [server('address-key')],
  },
  {
    breaks: 'the demo is open to the internet behind a proxy on the same machine',
    inside: 'isThisMachineAlone',
    old: `isLoopback(host) && isLoopback(new URL(publicUrl).hostname)`,
    planted: `isLoopback(host)`,
    tests: [server('environment')],
  },
  {
    breaks: 'whoever comes through a proxy enters the demo of this machine',
    inside: 'isDemoOpenTo',
    old: `headerOf(headers, RELAYED) === null && `,
    planted: ``,
    tests: [server('demo-door')],
  },
  {
    breaks: 'a demo that was closed stays open for a month to whoever was in it',
    inside: 'isAnybody',
    old: `environment().demo !== 'off' || !isDemoPerson(person)`,
    planted: `person !== null`,
    tests: [server('demo-door')],
  },
  {
    breaks: 'a real course is opened to every visitor of the demo',
    inside: 'takePart',
    old: `    if (!(await mayTeachTogether(on, courseId, person.id))) return { kind: 'demo' }`,
    planted: ``,
    tests: [server('demo-door')],
  },
  {
    breaks: 'a guest lives on behind the account that signed in on the device',
    inside: 'replaceSignIn',
    old: `  await endSignIn(headers, sessionId)`,
    planted: ``,
    tests: [server('device-sign-in')],
  },
  {
    breaks: 'the next student at a computer waits at the door, and comes in, as the one before',
    inside: 'signOutDevice',
    old: `  await withdrawFromDoor(headers, jar)
  jar.set(emptySessionCookie())`,
    planted: `  jar.set(emptySessionCookie())`,
    tests: [server('device-sign-in')],
  },
  {
    breaks: 'the next student at a computer comes in as the one before',
    inside: 'joiningPerson',
    old: `signedIn === null || as === 'other'`,
    planted: `signedIn === null`,
    tests: [server('joining-person')],
  },
  {
    breaks: 'whoever types another name writes as the guest before',
    inside: 'joiningPerson',
    old: `signedIn.kind === 'account' || nameKey(signedIn.name) === nameKey(name) ? signedIn : null`,
    planted: `signedIn`,
    tests: [server('joining-person')],
  },
  {
    breaks: 'a device keeps the words of whoever signed out',
    inside: 'isLeftOver',
    old: `now !== null && before !== null && !isNobody(before) && before !== now`,
    planted: `now !== null && before !== null && !isNobody(now) && before !== now`,
    tests: ['tests/screens/device/device-storage.test.ts'],
  },
  {
    breaks: 'a half-written position is cleared with a sign-out without a word',
    inside: 'hasWords',
    old: `found.text + (found.redLine ?? '')`,
    planted: `found.text`,
    tests: ['tests/screens/device/device-storage.test.ts'],
  },
  {
    breaks: 'a password is changed on a device left alone, by whoever finds it',
    inside: 'changePassword',
    old: `  if (known?.id !== person.id) return { ok: false, fault: 'no-match' }`,
    planted: ``,
    tests: [server('account')],
  },
  {
    breaks: 'a stolen sign-in lives on after the password is changed',
    inside: 'changePassword',
    old: `    await revokeSessionsOf(on, person.id)
    return`,
    planted: `    return`,
    tests: [server('account')],
  },
]
