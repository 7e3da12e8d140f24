// What a delegation files on a round's axis: drafted, filed, revealed (rules O1–O7). Distances between positions are in reading/gap.ts.

import { closedTo } from '../../agenda/clock'
import { delegationIds } from '../../agenda/parties'
import type { Filing, PhasePlan, RoomPlan } from '../../agenda/plan'
import { seatIdsOf } from '../../agenda/plan'
import type { ActorRole } from '../../kernel/actor'
import type { AxisValue, DelegationId, Stage, TensionKey } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import type { NewRow } from '../../kernel/record'
import { everyone, seatsUntilDebrief } from '../../kernel/record'
import type { CommandOf } from '../../kernel/room-command'
import type { RoomState } from '../../kernel/room-state'
import { actingHead, phaseNow, positionFile, positionKey } from '../../kernel/room-state'
import type { Verdict } from '../../kernel/verdict'
import { accept, refuse } from '../../kernel/verdict'
import type { Position } from '../positions/schemas'

type Filed = { position: Position; filedAt: number; revision: number }
/** Positions filed by rows of this same verdict, which the state does not hold yet; by position key. */
export type FiledNow = Readonly<Record<string, Filed>>

export function draftPosition(
  state: RoomState,
  command: CommandOf<'draftPosition'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  const place = filingPlace(state, command, who, moment)
  if (!place.ok) return place
  const { delegation } = place
  if (who.kind !== 'seat') return refuse('not-seated')
  const event = {
    type: 'PositionDrafted',
    round: command.round,
    stage: command.stage,
    delegation,
    seat: who.seat.id,
  } as const
  return accept(
    seatsUntilDebrief(seatIdsOf(state.plan, delegation), {
      ...event,
      position: positionOf(state.plan, command, delegation),
    }),
  )
}

export function filePosition(
  state: RoomState,
  command: CommandOf<'filePosition'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  const place = filingPlace(state, command, who, moment)
  if (!place.ok) return place
  if (who.kind !== 'seat' || actingHead(state, place.delegation)?.id !== who.seat.id) return refuse('not-the-head')
  if (command.text === '') return refuse('empty-words')
  const revision = (positionFile(state, command.round, command.stage, place.delegation).filed?.revision ?? 0) + 1
  return accept(
    ...filed(
      state,
      command.round,
      command.stage,
      place.delegation,
      positionOf(state.plan, command, place.delegation),
      revision,
      'head',
    ),
  )
}

function filingPlace(
  state: RoomState,
  command: { round: TensionKey; stage: Stage },
  who: ActorRole,
  moment: Moment,
): { ok: true; delegation: DelegationId } | (Verdict & { ok: false }) {
  const no = (rejection: (Verdict & { ok: false })['rejection']) => ({ ok: false, rejection }) as const
  if (who.kind !== 'seat') return no('not-seated')
  if (who.seat.delegation === null) return no('not-in-caucus')
  const closed = closedTo(state, moment)
  if (closed) return no(closed)
  if (!state.plan.rounds.some((round) => round.key === command.round)) return no('no-such-round')
  const files = phaseNow(state)?.files
  if (files?.stage !== command.stage || !files.rounds.includes(command.round)) return no('not-filing-now')
  return { ok: true, delegation: who.seat.delegation }
}

/** The position of a command, with its guesses cut to the plan's other delegations. */
function positionOf(plan: RoomPlan, words: Position, own: DelegationId): Position {
  const guesses: Record<DelegationId, AxisValue> = {}
  for (const other of delegationIds(plan)) {
    const guess = words.guesses[other]
    if (other !== own && guess !== undefined) guesses[other] = guess
  }
  return { value: words.value, text: words.text, redLine: words.redLine, anchors: words.anchors, guesses }
}

/** O4: two events, because what is filed is for the delegation alone and that it is filed is for everyone. */
function filed(
  state: RoomState,
  round: TensionKey,
  stage: Stage,
  delegation: DelegationId,
  position: Position,
  revision: number,
  cause: 'head' | 'caucus-ended',
): NewRow[] {
  return [
    seatsUntilDebrief(seatIdsOf(state.plan, delegation), {
      type: 'PositionFiled',
      round,
      stage,
      delegation,
      position,
      revision,
      cause,
    }),
    everyone({ type: 'PositionSealed', round, stage, delegation, revision }),
  ]
}

/** O5: the rows that file, at the end of a caucus, the latest draft of each delegation that has not filed. */
export function filingsAtEnd(
  state: RoomState,
  phase: PhasePlan,
  endedAt: number,
): { rows: NewRow[]; positions: FiledNow } {
  const rows: NewRow[] = []
  const positions: Record<string, Filed> = {}
  for (const round of phase.files?.rounds ?? []) {
    const stage = phase.files?.stage ?? 'opening'
    for (const delegation of delegationIds(state.plan)) {
      const file = positionFile(state, round, stage, delegation)
      const draft = file.draft?.position
      if (file.sealedAt !== null || !draft || draft.text === '') continue
      positions[positionKey(round, stage, delegation)] = { position: draft, filedAt: endedAt, revision: 1 }
      rows.push(...filed(state, round, stage, delegation, draft, 1, 'caucus-ended'))
    }
  }
  return { rows, positions }
}

/** O6: the rows that reveal all positions of each round at once, those filed by this same verdict included. */
export function revealOf(state: RoomState, reveals: Filing, justFiled: FiledNow): NewRow[] {
  return reveals.rounds.map((round) => {
    const positions: Record<DelegationId, Filed> = {}
    for (const delegation of delegationIds(state.plan)) {
      const file = positionFile(state, round, reveals.stage, delegation)
      const now = justFiled[positionKey(round, reveals.stage, delegation)]
      const before = file.filed && {
        position: file.filed.position,
        filedAt: file.filed.at,
        revision: file.filed.revision,
      }
      const known = now ?? before
      if (known) positions[delegation] = known
    }
    return everyone({ type: 'PositionsRevealed', round, stage: reveals.stage, positions })
  })
}
