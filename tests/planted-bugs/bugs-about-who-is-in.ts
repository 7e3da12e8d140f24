/** Bugs in membership: removal, readmission, the sign-out that follows, and erasure. */
import type { Bug } from './bug'

const live = (name: string) => `tests/server/live/${name}.test.ts`
const store = (name: string) => `tests/server/store/${name}.test.ts`

export const ABOUT_WHO_IS_IN: readonly Bug[] = [
  {
    breaks: 'who is readmitted at the desk stays shut out of every page',
    inside: 'syncMembership',
    old: `    if (now?.getTime() === removedAt?.getTime()) continue`,
    planted: `    if (now === null || now.getTime() === removedAt?.getTime()) continue`,
    tests: [store('membership')],
  },
  {
    breaks: 'a removed guest stays signed in',
    inside: 'syncMembership',
    old: `await ask<{ id: string }>(SIGN_OUT, [userId, now])`,
    planted: `await ask<{ id: string }>('SELECT id FROM session WHERE id = $1', [''])`,
    tests: [store('membership')],
  },
  {
    breaks: 'a readmission gives back a sign-in that was ended for another reason',
    inside: 'revokeSessionsOf',
    old: `  await on.session.updateMany({ where: { ...others, revokedAt: { not: null } }, data: revoked })`,
    planted: `  await on.session.count({ where: others })`,
    tests: [store('membership')],
  },
  {
    breaks: 'readmitting one student lets in everybody who was removed',
    inside: 'removedSince',
    old: `    else if (change) out.delete(change.person)`,
    planted: `    else if (change) out.clear()`,
    tests: [store('membership')],
  },
  {
    breaks: 'who was removed lets themselves in again from another device',
    inside: 'holdOwnPlace',
    old: ` AND removed_at IS NULL FOR UPDATE`,
    planted: ` FOR UPDATE`,
    tests: [store('membership')],
  },
  {
    breaks: 'a room in session does not hear what the door has written on its log',
    inside: 'Hub',
    old: `      room_written: (id: string) => this.#rooms.hearNews(id),`,
    planted: `      room_written: () => undefined,`,
    tests: [live('readmission')],
  },
  {
    breaks: 'a person of a file whose id is what every object has breaks its names',
    inside: 'pseudonymous',
    old: `Object.hasOwn(names, id) ? names[id] : undefined`,
    planted: `names[id]`,
    tests: ['tests/rules/record-file.test.ts'],
  },
  {
    breaks: 'what somebody asked at a door outlives them',
    inside: 'forgetJoinRequests',
    old: `      nameKeys.has(nameKey(name)) || userIds.includes(userId ?? '') || own.has(participantId ?? ''),`,
    planted: `      userIds.includes(userId ?? '') || own.has(participantId ?? ''),`,
    tests: [live('erasure')],
  },
  {
    breaks: 'what was noted for the chair on their words outlives somebody',
    inside: 'findAuthors',
    old: `      if (author && here.has(author)) await`,
    planted: `      if (author && here.has(entry)) await`,
    tests: [live('erasure')],
  },
  {
    breaks: 'a guest of the same address in another course outlives somebody',
    inside: 'findTraces',
    old: `    for (const id of await others(on, found)) (`,
    planted: `    for (const id of (await others(on, found)).slice(0, 0)) (`,
    tests: [live('erasure')],
  },
  {
    breaks: 'a page that waited while its room was unloaded follows one that hears of nothing',
    inside: 'Joins',
    old: `if (rooms.find(prepared.live.room.id) !== prepared.live) return`,
    planted: `if (rooms.find(prepared.live.room.id) === null) return`,
    tests: [live('unloading')],
  },
]
