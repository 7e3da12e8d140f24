/** Bugs in the server: saving and sending, admission, sessions, files, security headers. */
import type { Bug } from './bug'

const live = (name: string) => `tests/server/live/${name}.test.ts`
const store = (name: string) => `tests/server/store/${name}.test.ts`

export const IN_THE_HOUSE: readonly Bug[] = [
  {
    breaks: 'a word is acknowledged before it is saved',
    inside: 'Room',
    old: `    const outcome = rows.length === 0 ? 'appended' : await this.#log.append(rows, after, this.rows.at(-1))`,
    planted: `    const outcome: string = 'appended'
    void this.#log.append(rows, after, this.rows.at(-1))`,
    tests: [live('room')],
  },
  {
    breaks: 'a word is told before it is saved',
    inside: 'Room',
    old: `    this.saving.waits()
    this.#saving`,
    planted: `    this.saving.waits()
    const pending = this.#waiting.find(commandId)
    if (pending?.after.state) this.#tell(pending.rows, pending.after.state, this.state)
    this.#saving`,
    tests: [live('room')],
  },
  {
    breaks: 'the others are told before the speaker is answered',
    inside: 'Room',
    old: `    this.#committed.add(rows, batch.at(-1)?.after ?? this.#committed.at)`,
    planted: `    this.#committed.add(rows, batch.at(-1)?.after ?? this.#committed.at)
    this.#announce(rows, before)
    rows = []`,
    tests: [live('room')],
  },
  {
    breaks: 'a command that is sent again while it waits counts twice',
    inside: 'Room',
    old: `    const same = this.#waiting.find(commandId)
    if (same) {`,
    planted: `    commandId = \`\${commandId}-\${this.#waiting.size}\` as CommandId
    const same = this.#waiting.find(commandId)
    if (same) {`,
    tests: [live('room')],
  },
  {
    breaks: 'a log goes on behind a hole',
    inside: 'follows',
    old: `\`\${first} = 1 OR (SELECT`,
    planted: `\`true OR (SELECT`,
    tests: ['tests/server/room-log.test.ts', 'tests/cluster/shorter-log.test.ts'],
  },
  {
    breaks: 'a server believes whatever is said on the engine',
    inside: 'SignedEngine',
    old: `if (!isSame(this.#sign(channel, sender, number, text), signature)) return null`,
    planted: ``,
    tests: ['tests/cluster/signed-engine.test.ts'],
  },
  {
    breaks: 'a chair is told that what was saved was not done',
    inside: 'isTooLate',
    old: ` && !room.knows(given.commandId)`,
    planted: ``,
    tests: [live('saving')],
  },
  {
    breaks: 'what a server remembers is believed over what the database holds',
    inside: 'OwnLog',
    old: `same?.seq === last.seq && same.commandId === last.commandId ? news : 'short'`,
    planted: `news`,
    tests: ['tests/cluster/shorter-log.test.ts'],
  },
  {
    breaks: 'a number that another process took is overlooked',
    inside: 'kindOf',
    old: `  if (error.code === '23505') return 'conflict'`,
    planted: ``,
    tests: ['tests/server/room-log.test.ts'],
  },
  {
    breaks: 'a database that gives no answer keeps a class waiting for ever',
    inside: 'Writer',
    old: `      else void this.#client?.then((client) => client.end()).catch(() => undefined)`,
    planted: ``,
    tests: ['tests/server/room-log.test.ts'],
  },
  {
    breaks: 'a later row of a room is committed before an earlier one, over another connection',
    inside: 'Appends',
    old: `if (isFull || this.#saving.has(append.room))`,
    planted: `if (isFull)`,
    tests: ['tests/server/room-log.test.ts'],
  },
  {
    breaks: 'somebody whose connection was lost is never marked as absent',
    inside: 'Presence',
    old: `  went(person: PersonId, at: number): void {
    this.#known = null`,
    planted: `  went(person: PersonId, at: number): void {`,
    tests: [live('presence')],
  },
  {
    breaks: 'whoever comes in is sent what other seats hear',
    inside: 'Broadcaster',
    old: `viewFor(rows.slice(from), viewer, isUnsealed(state))`,
    planted: `viewFor(rows.slice(from), { kind: 'chair' }, isUnsealed(state))`,
    tests: [live('secrecy')],
  },
  {
    breaks: 'a client that never reads fills the memory',
    inside: 'cutIfSlow',
    old: `waiting - largest <= MOST_WAITING`,
    planted: `waiting - largest <= MOST_WAITING * 1_000`,
    tests: [live('slow-reader')],
  },
  {
    breaks: 'a page from before a seat changed hands keeps what the seat had heard',
    inside: 'isContinued',
    old: `        return event.person !== person`,
    planted: `        return true`,
    tests: [live('broadcaster')],
  },
  {
    breaks: 'a student who is removed goes on hearing the room',
    inside: 'Broadcaster',
    old: `        if (person !== null && state.removed.includes(person)) this.leave(connection, 'removed')
        else if`,
    planted: `        if`,
    tests: [live('broadcaster')],
  },
  {
    breaks: 'a command is taken for a room that the page never joined',
    inside: 'submissionOf',
    old: `  if (member?.live.room.id !== read.roomId || member.viewer.kind === 'stage') return 'not-joined'`,
    planted: `  if (!member || member.viewer.kind === 'stage') return 'not-joined'`,
    tests: [live('gateway')],
  },
  {
    breaks: 'a page speaks for the sign-in it no longer has',
    inside: 'Hub',
    old: `      this.#broadcaster.leave(connection, 'signed-out')
      this.#watching.end(connection, 'signed-out')
      socket.disconnect()`,
    planted: ``,
    tests: [live('gateway')],
  },
  {
    breaks: 'whoever sends without end is not slowed down',
    inside: 'submissionOf',
    old: `  if (!submits.take() || !people.take(identity.user.id)) return 'slow-down'`,
    planted: ``,
    tests: [live('gateway')],
  },
  {
    breaks: 'a page of another site opens a socket',
    inside: 'openGateway',
    old: `    mayConnect: (origin) => origin !== undefined && origins.includes(origin) && hub.isOpen,`,
    planted: `    mayConnect: (origin) => origin !== undefined && origins.length > 0 && hub.isOpen,`,
    tests: [live('gateway')],
  },
  {
    breaks: 'a room that was unloaded goes on telling the pages of the one loaded after it',
    inside: 'Members',
    old: `const followers = this.#rooms.get(room)
    if (!followers)`,
    planted: `const followers = [...this.#rooms].find(([of]) => of.room.id === room.room.id)?.[1]
    if (!followers)`,
    tests: [live('unloading')],
  },
  {
    breaks: 'what a room still saved when it was unloaded is not heard in the one loaded after it',
    inside: 'Rooms',
    old: `void room.close().finally(() => this.find(room.id)?.room.hearNews())`,
    planted: `void room.close()`,
    tests: [live('unloading')],
  },
  {
    breaks: 'who watches the server is not told of the last thousand commands',
    inside: 'commandsTotal',
    old: `collect: () => commands.handOver(),`,
    planted: ``,
    tests: ['tests/server/metrics.test.ts'],
  },
  {
    breaks: 'a deadline weeks away ends its phase at once',
    inside: 'RoomClock',
    old: `    const at = Math.min(Math.max(now, first.at), now + LONGEST_WAIT_MS)`,
    planted: `    const at = Math.max(now, first.at)`,
    tests: [live('clock')],
  },
  {
    breaks: 'a machine that slept past the end of a phase goes on with it',
    inside: 'RoomClock',
    old: `    if (now <= this.#firesAt && this.#firesAt <= at) return`,
    planted: `    if (this.#firesAt <= at) return`,
    tests: [live('clock')],
  },
  {
    breaks: 'words that waited are gone after a reload',
    inside: 'Outbox',
    old: `    await this.#change((before) => [...before.filter(({ id }) => id !== entry.id), entry])`,
    planted: `    await this.#change((before) => before.filter(({ id }) => id !== entry.id))`,
    tests: [live('room-link')],
  },
  {
    breaks: 'a student opens the table next to theirs',
    inside: 'loadRoomAccess',
    old: `ON participant.room_id = asked.room_id AND participant.user_id`,
    planted: `ON participant.activity_id = activity.id AND participant.user_id`,
    tests: [store('access')],
  },
  {
    breaks: 'a cookie works after its sign-out',
    inside: 'readSession',
    old: `AND revoked_at IS NULL AND expires_at >`,
    planted: `AND expires_at >`,
    tests: ['tests/server/identity.test.ts'],
  },
  {
    breaks: 'a student sees a mark before its release',
    inside: 'mayReadMark',
    old: `isReleased && `,
    planted: ``,
    tests: [store('marks')],
  },
  {
    breaks: 'whoever comes in after a strike is sent the words that were taken off',
    inside: 'grown',
    old: `  if (news.some(changesWords)) return`,
    planted: `  if (news.length < 0) return`,
    tests: ['tests/security/struck.test.ts'],
  },
  {
    breaks: 'a search finds words that were taken off',
    inside: 'insertWithFacts',
    old: `    await forgetTexts(ask, roomsReread(batch))`,
    planted: ``,
    tests: ['tests/security/struck.test.ts'],
  },
  {
    breaks: 'an export holds the rows its reader may not hear',
    inside: 'readFor',
    old: `const told = viewFor(rows, viewer, whole.unsealedAt !== null)`,
    planted: `const told = viewFor(rows, viewer, true)`,
    tests: [store('room-for-reader')],
  },
  {
    breaks: 'a deadline is read in another time zone',
    inside: 'resolveWallTime',
    old: `  const landed = plain.toZonedDateTime(zone, { disambiguation: 'compatible' })`,
    planted: `  const landed = plain.toZonedDateTime('Asia/Tokyo', { disambiguation: 'compatible' })`,
    tests: ['tests/server/homework/deadlines.test.ts'],
  },
  {
    breaks: 'a roster keeps the address of somebody who was erased',
    inside: 'forgetRows',
    old: `  await on.rosterPlace.deleteMany({ where: { id: { in: [...person.placeIds] } } })`,
    planted: ``,
    tests: [store('erasure')],
  },
  {
    breaks: 'the log of the server quotes what people wrote',
    inside: 'logError',
    old: `  journal.error({ ...where, fault: kindOf(error), at: placesOf(error) }, what)`,
    planted: `  journal.error({ ...where, fault: kindOf(error), at: placesOf(error), error: String(error) }, what)`,
    tests: ['tests/server/logger.test.ts'],
  },
  {
    breaks: 'no answer tells the browser what may run in it',
    inside: 'browserPolicy',
    old: `      response.setHeader('content-security-policy', policy)`,
    planted: ``,
    tests: ['tests/security/answers.test.ts'],
    only: 'every answer carries its rules',
    built: true,
  },
  {
    breaks: 'a form on another site changes something here',
    inside: 'openWeb',
    old: `    if (policy.isForeign(request)) return void response.writeHead(403).end()`,
    planted: ``,
    tests: ['tests/security/answers.test.ts'],
    only: 'changes nothing, whatever it sends',
    built: true,
  },
  {
    breaks: 'a newcomer is judged by news of the door that was read before they came, and is sent out again',
    inside: 'Broadcaster.showDoor',
    old: `      if (place === undefined && since >= readFrom) isOld = true
      else if`,
    planted: `      if`,
    tests: [live('broadcaster')],
    only: 'nobody who comes in while the door is being read',
  },
]
