// The state of a room of which only `RoomOpened` has been folded.
import { delegationIds } from '../agenda/parties'
import type { RoomPlan } from '../agenda/plan'
import { Ledger } from '../kernel/ledger'
import { Tally } from '../kernel/tally'
import type { Floor } from './floor-state'
import type { ClauseState, RoomState } from './room-state'

const emptyFloor = (): Floor => ({
  holder: null,
  hands: [],
  cameDown: [],
  spentMs: Tally.empty(),
  heardMs: Tally.empty(),
  saidForMs: Tally.empty(),
  freeSince: null,
  takenFrom: {},
  toOpen: [],
  opened: {},
})

export function emptyRoom(plan: RoomPlan, at: number): RoomState {
  return {
    plan,
    openedAt: at,
    closedAt: null,
    unsealedAt: null,
    seats: Object.fromEntries(plan.seats.map((seat) => [seat.id, { ...seat, holder: null, absentSince: null }])),
    seatingLocked: false,
    keptSeats: [],
    seated: [],
    seatedAt: {},
    expected: {},
    removed: [],
    lastSeats: {},
    reseated: {},
    hearing: {},
    agenda: { index: -1, status: 'lobby' },
    clock: null,
    autopilot: { agenda: true, floor: 'least-heard', understudiesWait: plan.understudiesWait ?? false },
    floor: emptyFloor(),
    lastStep: null,
    record: Ledger.empty(),
    privateEntries: Ledger.empty(),
    counts: {},
    moved: {},
    endedEarly: {},
    extensions: {},
    posts: [],
    work: Ledger.empty(),
    withdrawn: {},
    turnWords: {},
    leftTo: {},
    continued: [],
    tasks: Object.fromEntries(plan.seats.flatMap(({ id, task }) => (task === undefined ? [] : [[id, task]]))),
    checks: {},
    dictation: plan.dictation ?? true,
    positions: {},
    clauses: Object.fromEntries(
      plan.communique.clauses.map((clause) => [
        clause.key,
        {
          choices: Object.fromEntries(delegationIds(plan).map((text) => [text, { text, reason: null, at }])),
          advice: {},
          ballots: {},
        } satisfies ClauseState,
      ]),
    ),
    issued: null,
    briefs: [],
    briefedAt: null,
    papers: null,
    chairPlan: null,
    sent: {},
    retracted: [],
    bookmarks: {},
    stageScene: 'auto',
    notesRead: {},
    help: [],
    stances: {},
    reflections: {},
    placed: {},
    strikes: {},
    reports: [],
  }
}
