// What a page that follows many rooms is told of one of them, a few hundred bytes in place of its log. The server computes it from the whole
// state, so it is for chairs alone; `now` settles what depends on the time (who has talked how much, whether it is quiet).
import { delegationIds } from '../../agenda/parties'
import type { RoomPlan } from '../../agenda/plan'
import { commandId, type SeatId } from '../../kernel/ids'
import { lot } from '../../kernel/seeded-random'
import { isRoleAhead } from '../../questions/phases'
import { actingHead, isRunning, type RoomState } from '../../state/room-state'
import { MOST_BRACKET_STEPS, type RoomSummary, type TablePlan } from '../../wire/watching'
import { lostSeats, sidesOf, unseatedPeople } from '../homework/attendance'
import { beforeStart, seatsByLot } from '../homework/before-start'
import { begunFiling } from '../log/filings'
import { queue } from '../log/queue'
import { talkShares } from '../log/time-accounts'
import { stepAhead, undoableStep } from '../room/phase-end'
import { type Beside, needOf, openCalls } from '../room/room-needs'
import { silentSeats } from '../room/who-spoke'
import { homeOutcome } from '../text/at-home'
import { bracketsOverTime } from '../text/brackets-over-time'
import { isAboutText } from '../text/text-now'
import { revealedGapLines } from './gap-lines'

export function summaryOf(state: RoomState, beside: Beside, now: number): RoomSummary {
  const { agenda, clock, floor } = state
  const undoable = undoableStep(state)
  const gaps = revealedGapLines(state)
  const before = beforeStart(state, beside.presence.people)
  const seatIds = (seats: readonly { id: SeatId }[]) => seats.map(({ id }) => id)
  return {
    status: agenda.status,
    phase: agenda.index,
    clock:
      clock && isRunning(state) && state.closedAt === null
        ? { startsAt: clock.startsAt, endsAt: clock.endsAt, pausedAt: clock.pausedAt }
        : null,
    closed: state.closedAt !== null,
    unsealed: state.unsealedAt !== null,
    unsealable: state.unsealedAt === null && state.closedAt === null && !isRoleAhead(state),
    locked: state.seatingLocked,
    undoable: undoable && commandId.parse(undoable.commandId),
    autopilot: { agenda: state.autopilot.agenda, floor: state.autopilot.floor },
    need: needOf(state, beside, now),
    unsavedSince: beside.unsavedSince,
    drafted: begunFiling(state),
    gaps: gaps.map(({ gap }) => gap),
    brackets: bracketsNow(state),
    values: delegationIds(state.plan).flatMap((id): RoomSummary['values'] => {
      const value = gaps.at(-1)?.values[id]
      return value === undefined ? [] : [[id, value]]
    }),
    home: homeOutcome(state)?.kind ?? null,
    talk: (talkShares(state, now) ?? []).map(({ percent }) => percent),
    floor: floor.holder && { seat: floor.holder.seat, until: floor.holder.until },
    hands: queue(state).map(({ seat, intent }) => ({ seat, intent })),
    calls: openCalls(state).map(({ no, seat, text, at }) => ({ no, seat, text, at })),
    heads: delegationIds(state.plan).flatMap((id) => actingHead(state, id)?.id ?? []),
    holders: sidesOf(state).flatMap(({ seats }) => seats.map(({ holder }) => holder)),
    kept: [...state.keptSeats],
    before: { open: before.open, lots: [...seatsByLot(state, before.unseated, draws(state))] },
    lost: seatIds(lostSeats(state, beside.presence)),
    silent: seatIds(silentSeats(state)),
    unseated: [...unseatedPeople(state, beside.presence)],
    sent: Object.keys(state.sent),
    ahead: aheadOf(state),
  }
}

function bracketsNow(state: RoomState): RoomSummary['brackets'] {
  if (!isAboutText(state)) return null
  return (bracketsOverTime(state)?.steps ?? []).slice(-MOST_BRACKET_STEPS).map(({ at, open }) => ({ at, open }))
}

function aheadOf(state: RoomState): RoomSummary['ahead'] {
  const ahead = stepAhead(state)
  return ahead && { forGood: ahead.forGood, files: [...ahead.files] }
}

/** Draws that stay the same while the room does, so that what was shown is what is done. */
function draws({ chairPlan, plan }: RoomState): () => number {
  let drawn = 0
  return () => {
    drawn += 1
    return lot(chairPlan?.seed ?? plan.seed ?? 0, 'seat', drawn)
  }
}

/** What a page needs of the room's plan and of the chair's papers. Rooms that were planned alike have equal ones. */
export function tablePlanOf(state: RoomState): TablePlan {
  const { kind, understudies, delegations, focus, phases, rounds } = state.plan
  return {
    ...{ kind, understudies, delegations, focus },
    seats: sidesOf(state).flatMap(({ seats }) =>
      seats.map(({ id, delegation, title, head, mirrors }) => ({ id, delegation, title, head, mirrors })),
    ),
    phases: phases.map((phase) => ({ kind: phase.kind, round: numberOf(rounds, phase.round) })),
    news: (state.papers?.injects ?? []).map(({ key, form, headline, text }) => ({ key, form, headline, text })),
  }
}

function numberOf(rounds: RoomPlan['rounds'], key: string | null): number | null {
  const place = rounds.findIndex((round) => round.key === key)
  return place === -1 ? null : place + 1
}

/** The fields of a summary that differ from the one told before; null when none does. */
export function changesIn(before: RoomSummary, after: RoomSummary): Partial<RoomSummary> | null {
  const told = new Map(Object.entries(before).map(([field, value]) => [field, JSON.stringify(value)]))
  const fields = Object.entries(after).filter(([field, value]) => told.get(field) !== JSON.stringify(value))
  return fields.length === 0 ? null : Object.fromEntries(fields)
}
