// The room's two verbs: `decide` judges a command by its topic; `evolve` folds what happened, as its topic says.
// It must not know how a topic judges, nor how rows are kept or told.

import { isSound } from '../agenda/plan-check'
import { isRedacted, type RedactedRow } from '../secrecy/visible-row'
import { commandRow, eventRow } from '../topics/catalogue'
import { countWork } from '../topics/homework/work'
import { issueBriefs } from '../topics/seats/briefing'
import { stepAfter } from '../topics/undo/undo'
import { roleOf } from './actor'
import { addEntry } from './entry-numbering'
import type { Moment } from './moment'
import { type NextRoom, nextRoom } from './next-room'
import type { Recorded } from './record'
import { everyone, instructorOnly } from './record'
import type { CommandOf, RoomCommand } from './room-command'
import type { RoomState } from './room-state'
import { emptyRoom } from './room-state'
import type { Verdict } from './verdict'
import { accept, refuse } from './verdict'

/** Judges a command. Pure: the same room, command and moment give the same verdict. */
export function decide(state: RoomState | null, command: RoomCommand, moment: Moment): Verdict {
  if (state === null) return command.type === 'openRoom' ? openRoom(command) : refuse('room-not-open')
  if (state.closedAt !== null) return refuse('room-closed')
  const who = roleOf(state, moment.by)
  if (who.kind === 'removed') return refuse('removed')
  if (who.kind === 'nobody') return refuse('not-in-this-room')
  return commandRow(command).decide(state, command, who, moment)
}

/** Opens a room once: what everyone may know, and to the chair the briefs, the papers and its plan. The first edition issued its briefs at once. */
function openRoom({ plan, briefs, papers, chairPlan }: CommandOf<'openRoom'>): Verdict {
  if (!isSound(plan)) return refuse('unsound-plan')
  return accept(
    everyone({ type: 'RoomOpened', plan }),
    ...(plan.seating === undefined ? issueBriefs(plan, briefs) : [instructorOnly({ type: 'BriefsPrepared', briefs })]),
    instructorOnly({ type: 'ChairPapersIssued', papers }),
    ...(chairPlan ? [instructorOnly({ type: 'ChairPlanIssued', plan: chairPlan })] : []),
  )
}

/** Folds one row into the room. Server and browser use this same function on what each may hear. */
export function evolve(before: RoomState | null, row: Recorded): RoomState {
  if (row.event.type === 'RoomOpened') return emptyRoom(row.event.plan, row.at)
  if (before === null) throw new Error(`The log begins with RoomOpened, not with ${row.event.type}`)
  const next = nextRoom(before)
  applyInPlace(next, row)
  return next
}

/** Takes a row into a room that nobody has seen yet. What depends on the room that the event meets is asked before it happens. */
function applyInPlace(room: NextRoom, row: Recorded): void {
  const { event } = row
  const rules = eventRow(event)
  const place = rules.numbering?.(room, event)
  const step = stepAfter(room, row, rules.step)
  if (rules.fold) rules.fold(room, event, row)
  if (place) addEntry(room, place, row)
  if (rules.work) countWork(room, row, rules.work(room, event))
  room.lastStep = step
}

/** The room as a fold of rows; sealed rows pass by. Null while the log is empty. Nobody sees it on the way, so it is one room throughout. */
export function fold(rows: Iterable<Recorded | RedactedRow>): RoomState | null {
  let room: NextRoom | null = null
  for (const row of rows) {
    if (isRedacted(row)) continue
    if (room === null || row.event.type === 'RoomOpened') room = evolve(room, row)
    else applyInPlace(room, row)
  }
  return room
}
