// How much a table wants its instructor, from what the room itself knows: help first, then trouble, then nothing.
// It must not know how a tile looks.

import { isRunning, opensNow, phaseNow, positionFile, type RoomState } from '#simulation/kernel/room-state'
import { gapByRound } from '#simulation/reading/gap'
import type { Presence } from '#simulation/wire/protocol'

/** A floor on which nothing has been said for this long is quiet. */
const QUIET_MS = 120_000

export type Need =
  | { kind: 'help'; text: string }
  | { kind: 'lost'; count: number }
  | { kind: 'paused' }
  | { kind: 'quiet'; since: number }
  | { kind: 'waits' }
  | { kind: 'fine'; drafted: number }

export function needOf(state: RoomState, presence: Presence, now: number): Need {
  const call = state.help.find((waiting) => waiting.answer === null)
  if (call) return { kind: 'help', text: call.text }
  const held = Object.values(state.seats).filter((seat) => seat.holder !== null)
  const lost = held.filter((seat) => !presence.seats.includes(seat.id)).length
  if (lost > 0 && state.agenda.status !== 'finished') return { kind: 'lost', count: lost }
  if (state.clock?.pausedAt != null) return { kind: 'paused' }
  if (state.agenda.status === 'lobby' || state.agenda.status === 'between') return { kind: 'waits' }
  const since = Math.max(state.clock?.startsAt ?? 0, state.record.last()?.at ?? 0)
  const debated = opensNow(state, 'debate')
  if (debated && now - since > QUIET_MS) return { kind: 'quiet', since }
  return { kind: 'fine', drafted: draftsIn(state) }
}

/** Delegations with a draft or a filed position in the caucus that runs. */
function draftsIn(state: RoomState): number {
  const files = phaseNow(state)?.files
  if (!files || !isRunning(state)) return 0
  return (['us', 'jp', 'cn'] as const).filter((delegation) =>
    files.rounds.some((round) => {
      const file = positionFile(state, round, files.stage, delegation)
      return file.draft !== null || file.sealedAt !== null
    }),
  ).length
}

const ORDER: Record<Need['kind'], number> = { help: 0, lost: 1, paused: 2, quiet: 3, waits: 4, fine: 5 }
export const urgency = (need: Need): number => ORDER[need.kind]
/** Whether somebody should look; a table that waits for its start is no trouble. */
export const wantsSomeone = (need: Need): boolean => urgency(need) < ORDER.waits

/** The latest distance between the allies that is known; null before the first reveal. */
export const alliedGap = (state: RoomState): number | null => gapByRound(state).at(-1)?.distances['us-jp'] ?? null
