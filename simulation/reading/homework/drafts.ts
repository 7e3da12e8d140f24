// Which drafts of a clause a delegation may put forward: those of its own seats, and those that were shared with it in a bilateral.
import { membersOf } from '../../agenda/parties'
import { type DelegationId, type SeatId, seatId } from '../../kernel/ids'
import type { ClauseText, VersionDraft } from '../../shapes/text'
import type { RoomState } from '../../state/room-state'

/** The newest first. */
export function draftsFor(
  { seats }: Pick<RoomState, 'seats'>,
  { drafts }: Pick<ClauseText, 'drafts'>,
  delegation: DelegationId,
): readonly (readonly [SeatId, VersionDraft])[] {
  return Object.entries(drafts)
    .map(([seat, draft]) => [seatId.parse(seat), draft] as const)
    .filter(
      ([seat, { between }]) =>
        seats[seat]?.delegation === delegation || (between !== null && membersOf(between).includes(delegation)),
    )
    .toSorted(([, a], [, b]) => b.at - a.at)
}
