// A writable copy of a room, on which one event is folded before anybody else sees it. It shares its parts (floor, clock, seats…) with
// the room before it, so a fold replaces a part and never writes into one: that would change rooms that others hold. Copied field by
// field, because spreading `{ ...before }` takes ten times as long.
import type { Floor } from './floor-state'
import type { RoomState } from './room-state'

export type NextRoom = { -readonly [part in keyof RoomState]: RoomState[part] }
type NextFloor = { -readonly [part in keyof Floor]: Floor[part] }

export const nextRoom = (before: RoomState): NextRoom => ({
  plan: before.plan,
  openedAt: before.openedAt,
  closedAt: before.closedAt,
  unsealedAt: before.unsealedAt,
  seats: before.seats,
  seatingLocked: before.seatingLocked,
  keptSeats: before.keptSeats,
  seated: before.seated,
  seatedAt: before.seatedAt,
  expected: before.expected,
  removed: before.removed,
  lastSeats: before.lastSeats,
  reseated: before.reseated,
  hearing: before.hearing,
  agenda: before.agenda,
  clock: before.clock,
  autopilot: before.autopilot,
  floor: before.floor,
  lastStep: before.lastStep,
  record: before.record,
  privateEntries: before.privateEntries,
  counts: before.counts,
  moved: before.moved,
  endedEarly: before.endedEarly,
  extensions: before.extensions,
  posts: before.posts,
  work: before.work,
  withdrawn: before.withdrawn,
  turnWords: before.turnWords,
  leftTo: before.leftTo,
  continued: before.continued,
  tasks: before.tasks,
  checks: before.checks,
  dictation: before.dictation,
  positions: before.positions,
  clauses: before.clauses,
  issued: before.issued,
  briefs: before.briefs,
  briefedAt: before.briefedAt,
  papers: before.papers,
  chairPlan: before.chairPlan,
  sent: before.sent,
  retracted: before.retracted,
  bookmarks: before.bookmarks,
  stageScene: before.stageScene,
  notesRead: before.notesRead,
  help: before.help,
  stances: before.stances,
  reflections: before.reflections,
  placed: before.placed,
  strikes: before.strikes,
  reports: before.reports,
})

/** Replaces the floor of a room by a copy, and returns the copy to write on. */
export function nextFloor(room: NextRoom): NextFloor {
  const { holder, hands, cameDown, spentMs, heardMs, saidForMs, freeSince, takenFrom, toOpen, opened } = room.floor
  const floor: NextFloor = {
    holder,
    hands,
    cameDown,
    spentMs,
    heardMs,
    saidForMs,
    freeSince,
    takenFrom,
    toOpen,
    opened,
  }
  room.floor = floor
  return floor
}
