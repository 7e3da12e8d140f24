// New versions of what is wide, with some of it changed. Copied field by field, because that takes a tenth of the time that
// spreading does, and every event makes up to three new versions of a room. It must not know why anything changes.
import type { Floor, RoomState } from './room-state'

/** The room with some of it changed. */
export function changed(state: RoomState, change: Partial<RoomState>): RoomState {
  const copy: RoomState = {
    plan: state.plan,
    openedAt: state.openedAt,
    closedAt: state.closedAt,
    unsealedAt: state.unsealedAt,
    seats: state.seats,
    seatingLocked: state.seatingLocked,
    removed: state.removed,
    agenda: state.agenda,
    clock: state.clock,
    autopilot: state.autopilot,
    floor: state.floor,
    lastStep: state.lastStep,
    record: state.record,
    sealed: state.sealed,
    counts: state.counts,
    moved: state.moved,
    endedEarly: state.endedEarly,
    extensions: state.extensions,
    posts: state.posts,
    work: state.work,
    withdrawn: state.withdrawn,
    positions: state.positions,
    clauses: state.clauses,
    issued: state.issued,
    briefs: state.briefs,
    papers: state.papers,
    sent: state.sent,
    retracted: state.retracted,
    bookmarks: state.bookmarks,
    help: state.help,
    stances: state.stances,
    reflections: state.reflections,
  }
  return Object.assign(copy, change)
}

/** The same for `fresh`, made from `before` for the event at hand and not seen by anybody yet: it is changed as it stands. */
export const changedFurther = (before: RoomState, fresh: RoomState, change: Partial<RoomState>): RoomState =>
  fresh === before ? changed(fresh, change) : Object.assign(fresh, change)

/** The floor with some of it changed. */
export function changedFloor(floor: Floor, change: Partial<Floor>): Floor {
  const copy: Floor = {
    holder: floor.holder,
    hands: floor.hands,
    spentMs: floor.spentMs,
    toOpen: floor.toOpen,
    opened: floor.opened,
  }
  return Object.assign(copy, change)
}
