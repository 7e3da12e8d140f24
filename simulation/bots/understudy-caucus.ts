// Understudies in caucus: each office says its first word, and the head's understudy files positions and guesses.
// It must not know what the other delegations have filed; it reads its own brief.
import { delegationIds, delegationOf } from '../agenda/parties'
import type { AxisValue, DelegationId, Stage, TensionKey } from '../kernel/ids'
import { understudyActor } from '../kernel/ids'
import { phaseNow, positionFile } from '../kernel/room-state'
import { linesFor, seatOf } from '../scenario/lookup'
import type { Move, Table } from './understudy-table'
import {
  citationsOf,
  draw,
  isPlayed,
  momentAt,
  openingOf,
  playedHead,
  playedSeats,
  standOf,
  turnOf,
} from './understudy-table'

export function caucusMoves(table: Table): Move[] {
  return delegationIds(table.state.plan).flatMap((delegation) => [
    ...firstWords(table, delegation),
    ...filings(table, delegation),
    ...practiceDrafts(table, delegation),
  ])
}

/**
 * At a practice table nobody can write four papers in sixteen seconds: where a person leads, an understudy puts a draft before
 * them, and it is filed as it stands unless they write their own (O5). In class the words are the students'.
 */
function practiceDrafts(table: Table, delegation: DelegationId): Move[] {
  const { state } = table
  const files = phaseNow(state)?.files
  const clerk = playedSeats(state, delegation)[0]
  if (!files || !clerk || state.plan.speed === 1 || playedHead(state, delegation)) return []
  return files.rounds.flatMap((round, index): Move[] => {
    const file = positionFile(state, round, files.stage, delegation)
    if (file.draft || file.sealedAt !== null) return []
    const words = written(table, delegation, round, files.stage)
    const at = momentAt(table, 0.4 + (0.2 * index) / files.rounds.length)
    return [
      { at, by: understudyActor(clerk.id), command: { type: 'draftPosition', round, stage: files.stage, ...words } },
    ]
  })
}

/** In the caucus that opens the seminar each played office says, once, what its brief opens with. */
function firstWords(table: Table, delegation: DelegationId): Move[] {
  const { state, scenario } = table
  if (phaseNow(state)?.files?.stage !== 'opening') return []
  const said = new Set<string>()
  for (const entry of state.sealed) if (entry.event.type === 'CaucusSpoken') said.add(entry.event.text)
  return playedSeats(state, delegation).flatMap((seat): Move[] => {
    const text = seatOf(scenario, seat.id)?.firstInCaucus
    if (!text || said.has(text)) return []
    const at = momentAt(table, 0.08 + 0.08 * seat.order + turnOf(table, delegation, 0.02))
    return [{ at, by: understudyActor(seat.id), command: { type: 'speakInCaucus', text } }]
  })
}

function filings(table: Table, delegation: DelegationId): Move[] {
  const { state } = table
  const head = playedHead(state, delegation)
  const files = phaseNow(state)?.files
  if (!head || !files || !isPlayed(head)) return []
  return files.rounds.flatMap((round, index): Move[] => {
    if (positionFile(state, round, files.stage, delegation).sealedAt !== null) return []
    const at = momentAt(table, 0.65 + (0.2 * index) / files.rounds.length + turnOf(table, delegation, 0.03))
    return [
      {
        at,
        by: understudyActor(head.id),
        command: { type: 'filePosition', round, stage: files.stage, ...written(table, delegation, round, files.stage) },
      },
    ]
  })
}

/** A position in the brief's own words: the opening line nearest to where the delegation stands, or its closing one. */
function written(table: Table, delegation: DelegationId, round: TensionKey, stage: Stage) {
  const { scenario } = table
  const brief = delegationOf(scenario, delegation)
  const value = stage === 'opening' ? openingValue(table, delegation, round) : closingValue(table, delegation, round)
  const spoken = linesFor(scenario, delegation, round).filter(
    (line) => line.kind === (stage === 'opening' ? 'opening' : 'closing'),
  )
  const nearest = [...spoken].sort((a, b) => Math.abs(a.stance - value) - Math.abs(b.stance - value))[0]
  const redLines = brief?.redLines ?? []
  const line = redLines[draw(table, redLines.length, 'red', delegation, round)]
  const guesses = Object.fromEntries(
    othersThan(table, delegation).map((other) => [other, guess(table, delegation, other, round, stage)]),
  )
  return {
    value,
    text: nearest?.text ?? brief?.openings[round]?.reading ?? '',
    redLine: line?.text ?? '',
    anchors: nearest ? citationsOf(nearest) : [],
    guesses,
  }
}

/** The brief's opening, moved by half a step inside its band as the lot falls. */
function openingValue(table: Table, delegation: DelegationId, round: TensionKey): AxisValue {
  const opening = openingOf(table.scenario, delegation, round)
  if (!opening) return 0
  const [low, high] = opening.band
  return within(opening.value + 0.5 * (draw(table, 3, 'opening', delegation, round) - 1), low, high)
}

/** Where the talks left it: one half-step or one whole step toward the middle of what the others filed, inside the band. */
function closingValue(table: Table, delegation: DelegationId, round: TensionKey): AxisValue {
  const stands = standOf(table, round, delegation)
  const others = othersThan(table, delegation).map((other) => standOf(table, round, other))
  const middle = others.reduce((sum, value) => sum + value, 0) / others.length
  const step = 0.5 * draw(table, 3, 'closing', delegation, round)
  const [low, high] = openingOf(table.scenario, delegation, round)?.band ?? [-3, 3]
  return within(stands + Math.sign(middle - stands) * step, low, high)
}

/** What one delegation believes of another: the public reading of its brief, half a step or a step off as the lot falls. */
function guess(table: Table, by: DelegationId, of: DelegationId, round: TensionKey, stage: Stage): AxisValue {
  const known = stage === 'opening' ? (openingOf(table.scenario, of, round)?.value ?? 0) : standOf(table, round, of)
  return within(known + 0.5 * (draw(table, 5, 'guess', by, of, round, stage) - 2), -3, 3)
}

const othersThan = ({ state }: Table, delegation: DelegationId): readonly DelegationId[] =>
  delegationIds(state.plan).filter((other) => other !== delegation)

const within = (value: number, low: number, high: number): AxisValue =>
  Math.min(high, Math.max(low, Math.round(value * 2) / 2))
