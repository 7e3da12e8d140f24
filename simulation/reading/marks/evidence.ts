// What may be given as evidence of a mark: of a position or of a student's work, and what of it is their own, so that it is ticked from the
// start. What was said in private to the chair or among a delegation is never offered; offers, chips, readings and cases said for another side are once the debrief has unsealed them.
import type { DelegationId, SeatId, TensionKey } from '../../kernel/ids'
import { isUnderstudy } from '../../state/actor'
import { clauseIn, positionFile, type RoomState } from '../../state/room-state'
import { isUnchangedBrief } from '../log/origin'
import type { PositionSheet, Stood } from '../log/position-sheet'
import type { Paragraph } from '../log/transcript'

/** What a mark is about. */
export type Marked =
  | Readonly<{ kind: 'position'; delegation: DelegationId; round: TensionKey }>
  | Readonly<{ kind: 'student'; participantId: string }>

/** Whether an entry is ever offered as evidence. Of what was written again the newest is. */
export function isOffered({ unsealedAt }: Pick<RoomState, 'unsealedAt'>, { kind, no, id }: Paragraph): boolean {
  if (id !== no) return false
  switch (kind) {
    case 'help':
    case 'note':
    case 'caucus':
    case 'bilateral':
    case 'news':
    case 'procedure':
    case 'ruling':
    case 'ratification':
      return false
    case 'offer':
    case 'chips':
    case 'reading':
    case 'case':
    case 'case-score':
      return unsealedAt !== null
    case 'statement':
    case 'turn':
    case 'earlier-words':
    case 'check':
    case 'chronicle':
    case 'claim':
    case 'withdrawal':
    case 'reflection':
    case 'strategy':
    case 'reveal':
    case 'issued':
    case 'bracket':
    case 'version':
    case 'stand':
    case 'reopened':
    case 'motion':
      return true
    default:
      return kind satisfies never
  }
}

/** Whether an entry is of this position or this student: what it holds, and for a reveal and an issued text what they have in it. */
export function isOf(state: RoomState, subject: Marked, entry: Paragraph): boolean {
  return subject.kind === 'position' ? isOfPosition(state, subject, entry) : isOfStudent(state, subject, entry)
}

function isOfPosition(
  state: RoomState,
  { delegation, round }: Extract<Marked, { kind: 'position' }>,
  entry: Paragraph,
): boolean {
  if (entry.kind === 'reveal') return entry.round === round && entry.positions[delegation] !== undefined
  if (entry.kind === 'issued')
    return entry.clauses.some((clause) => tensionIn(state, clause.clause) === round && clause.votes[delegation])
  // Of a side and in a round, as every entry is; what stands in a clause belongs to the round of the clause.
  return entry.delegation === delegation && ('clause' in entry ? tensionIn(state, entry.clause) : entry.round) === round
}

function isOfStudent(
  state: RoomState,
  { participantId }: Extract<Marked, { kind: 'student' }>,
  entry: Paragraph,
): boolean {
  if (entry.kind === 'reveal')
    return (entry.sheets ?? []).some((sheet) => {
      const stood = sheet[entry.stage]
      return stood !== null && hasWorked(state, participantId, stood)
    })
  if (entry.kind === 'issued')
    return Object.values(state.seats).some(
      ({ id, delegation, head }) =>
        head &&
        isHeldBy(state, id, participantId) &&
        entry.clauses.some(({ votes }) => delegation !== null && votes[delegation]),
    )
  if (entry.kind === 'version' && isHeldBy(state, entry.drafter, participantId)) return true
  return entry.person === participantId
}

const isHeldBy = ({ seats }: RoomState, seat: SeatId | null, person: string): boolean =>
  seat !== null && seats[seat]?.holder === person
/** Whether somebody filed a position, or drafted its words. */
const hasWorked = (state: RoomState, person: string, { filedBy, drafted }: Stood): boolean =>
  isHeldBy(state, filedBy, person) || isHeldBy(state, drafted?.seat ?? null, person)
const tensionIn = (state: RoomState, clause: string): TensionKey | null => clauseIn(state, clause)?.tension ?? null

/** How many entries a mark may name. */
export const MOST_EVIDENCE = 30

/** An entry that is offered, and whether it is ticked before anybody has: people's own words are, and a brief that nobody changed is not. */
export type Offered = Readonly<{ entry: Paragraph; own: boolean }>

/** `outOfRole`: of a criterion that judges students alone, reflections are the evidence; of the others they are not. */
export function evidenceFor(
  state: RoomState,
  subject: Marked,
  entries: readonly Paragraph[],
  outOfRole = false,
): readonly Offered[] {
  let ticked = 0
  return entries.flatMap((entry) => {
    if (!isOffered(state, entry) || !isOf(state, subject, entry)) return []
    const own = (entry.kind === 'reflection') === outOfRole && isOwn(state, subject, entry) && ticked < MOST_EVIDENCE
    if (own) ticked += 1
    return { entry, own }
  })
}

/** Whether the subject wrote what stands there. */
function isOwn(state: RoomState, subject: Marked, entry: Paragraph): boolean {
  switch (entry.kind) {
    case 'reveal':
      return (entry.sheets ?? []).some((sheet) => isOwnIn(state, subject, entry, sheet))
    case 'statement':
      return !entry.understudy && entry.withdrawnBy === null && !isUnchangedBrief(entry.origin ?? null)
    case 'version':
    case 'stand':
    case 'bracket':
    case 'reflection':
    case 'strategy':
    case 'case':
    case 'case-score':
      return !entry.understudy
    case 'turn':
    case 'earlier-words':
    case 'check':
    case 'chronicle':
    case 'withdrawal':
    case 'news':
    case 'note':
    case 'caucus':
    case 'bilateral':
    case 'help':
    case 'issued':
    case 'ratification':
    case 'offer':
    case 'motion':
    case 'ruling':
    case 'chips':
    case 'reading':
    case 'reopened':
    case 'claim':
    case 'procedure':
      return false
    default:
      return entry satisfies never
  }
}

function isOwnIn(
  state: RoomState,
  subject: Marked,
  { stage }: Extract<Paragraph, { kind: 'reveal' }>,
  sheet: PositionSheet,
): boolean {
  const stood = sheet[stage]
  if (!stood || !isWritten(state, sheet, stood)) return false
  if (subject.kind === 'position') return sheet.delegation === subject.delegation
  return hasWorked(state, subject.participantId, stood)
}

/** Whether people wrote a position: not the brief as it was, not an opening that was held, and no understudy. */
function isWritten(state: RoomState, { round, delegation }: PositionSheet, { stage, how, origin }: Stood): boolean {
  const { filing } = positionFile(state, round, stage, delegation)
  const byScript = filing !== null && isUnderstudy(filing.by)
  return how !== 'brief' && how !== 'held' && !isUnchangedBrief(origin) && !byScript
}
