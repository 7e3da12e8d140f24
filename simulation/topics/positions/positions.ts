// What a delegation files on a round's axis: drafted, filed, revealed (rules O1–O8). How it stands when its head did not file is in
// defaults.ts; distances between positions are in reading/gap.ts.

import { delegationIds } from '../../agenda/parties'
import { type Filing, isThirdEdition, type RoomPlan, seatIdsOf } from '../../agenda/plan'
import type { AxisValue, DelegationId, FilingStage, TensionKey } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { lengthRefused, paperBounds } from '../../questions/lengths'
import { isBriefs, told } from '../../questions/origin'
import type { HowFiled, Position } from '../../shapes/positions'
import { everyone, type NewRow, seatsUntilDebrief } from '../../shapes/record'
import { accept, refuse, type Verdict } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo } from '../../state/clock'
import { actingHead, phaseNow, positionFile, positionKey, type RoomState } from '../../state/room-state'
import type { Rule } from '../topic'
import { byDefault } from './defaults'

type Filed = { position: Position; filedAt: number; revision: number; how?: HowFiled; asBrief?: true }
/** Positions filed by rows of this same verdict, which the state does not hold yet; by position key. */
export type FiledNow = Readonly<Record<string, Filed>>

export const draftPosition: Rule<'draftPosition'> = (state, command, who, moment) => {
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

export const filePosition: Rule<'filePosition'> = (state, command, who, moment) => {
  const place = filingPlace(state, command, who, moment)
  if (!place.ok) return place
  if (who.kind !== 'seat' || actingHead(state, place.delegation)?.id !== who.seat.id) return refuse('not-the-head')
  if (command.text === '') return refuse('empty-words')
  const revision = (positionFile(state, command.round, command.stage, place.delegation).filed?.revision ?? 0) + 1
  return accept(
    ...filed(
      state,
      { round: command.round, stage: command.stage, delegation: place.delegation },
      positionOf(state.plan, command, place.delegation),
      revision,
      'filed',
    ),
  )
}

function filingPlace(
  state: RoomState,
  command: { round: TensionKey; stage: FilingStage; text: string },
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
  const opening = positionFile(state, command.round, 'opening', who.seat.delegation).filed?.position.text
  const kept = command.stage === 'closing' && command.text === opening
  const length = kept ? null : lengthRefused(command.text, paperBounds(state.plan, state.agenda.index), who)
  return length ? no(length) : { ok: true, delegation: who.seat.delegation }
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

type FilingPlace = { round: TensionKey; stage: FilingStage; delegation: DelegationId }

/** O4: two events, because what is filed is for the delegation alone and that it is filed is for everyone. */
function filed(
  state: RoomState,
  { round, stage, delegation }: FilingPlace,
  position: Position,
  revision: number,
  how: HowFiled,
): NewRow[] {
  const place = { round, stage, delegation }
  const cause = how === 'filed' ? 'head' : 'caucus-ended'
  const said = isThirdEdition(state.plan) ? { how } : {}
  return [
    seatsUntilDebrief(seatIdsOf(state.plan, delegation), {
      type: 'PositionFiled',
      ...place,
      position,
      revision,
      cause,
      ...said,
    }),
    everyone({ type: 'PositionSealed', ...place, revision, ...said }),
  ]
}

/** O5: the rows that file these rounds at this instant for each delegation whose head has not, unless `justFiled` holds it. */
export function filingsAt(
  state: RoomState,
  filing: Filing | null,
  at: number,
  justFiled: FiledNow = {},
): { rows: NewRow[]; positions: FiledNow } {
  const rows: NewRow[] = []
  const positions: Record<string, Filed> = { ...justFiled }
  const { rounds, stage } = filing ?? { rounds: [], stage: 'opening' }
  for (const round of rounds) {
    for (const delegation of delegationIds(state.plan)) {
      const key = positionKey(round, stage, delegation)
      const stands = justFiled[key] ? null : byDefault(state, { round, stage, delegation })
      if (!stands) continue
      const revision = (positionFile(state, round, stage, delegation).filed?.revision ?? 0) + 1
      const said = isThirdEdition(state.plan) ? { how: stands.how } : {}
      positions[key] = { position: stands.position, filedAt: at, revision, ...said }
      rows.push(...filed(state, { round, stage, delegation }, stands.position, revision, stands.how))
    }
  }
  return { rows, positions }
}

/** O6: the rows that reveal all positions of each round at once, those filed by this same verdict included. */
export function revealOf(state: RoomState, reveals: Filing, justFiled: FiledNow): NewRow[] {
  return reveals.rounds.map((round) => {
    const positions: Record<DelegationId, Filed> = {}
    for (const delegation of delegationIds(state.plan)) {
      const known =
        justFiled[positionKey(round, reveals.stage, delegation)] ?? filedBefore(state, round, reveals.stage, delegation)
      if (known) positions[delegation] = { ...known, ...saidOf(state, round, delegation, known) }
    }
    return everyone({ type: 'PositionsRevealed', round, stage: reveals.stage, positions })
  })
}

/** O12: a position from the brief says so by how it came to stand. */
const saidOf = (state: RoomState, round: TensionKey, delegation: DelegationId, { position, how }: Filed) =>
  how === 'brief' ? {} : told(state, isBriefs(state, delegation, position.text, round))

function filedBefore(state: RoomState, round: TensionKey, stage: FilingStage, delegation: DelegationId): Filed | null {
  const { filed, how } = positionFile(state, round, stage, delegation)
  if (!filed) return null
  const { position, at: filedAt, revision } = filed
  return { position, filedAt, revision, ...(how === null ? {} : { how }) }
}
