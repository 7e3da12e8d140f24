/** Rooms put into words, so that two of them can be compared whole. */
import type { RoomState } from '#simulation/room-state'

/** Any value in one writing: keys in order, ledgers and tallies as lists. */
export const written = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    if (Symbol.iterator in part) return Array.from(part as Iterable<unknown>)
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })

/** What everyone knows of a room. */
export function publicSide(state: RoomState) {
  const { plan, openedAt, closedAt, unsealedAt, seats, seatingLocked, removed, agenda, clock, autopilot, floor } = state
  const { lastStep, record, withdrawn, issued, sent, retracted } = state
  return {
    ...{ plan, openedAt, closedAt, unsealedAt, seats, seatingLocked, removed, agenda, clock, autopilot, floor },
    ...{ lastStep, record, withdrawn, issued, sent, retracted },
    positions: Object.fromEntries(
      Object.entries(state.positions)
        .filter(([, file]) => file.sealedAt !== null)
        .map(([key, { sealedAt, revealed, filed }]) => [key, { sealedAt, revealed, filed: revealed ? filed : null }]),
    ),
    clauses: Object.entries(state.clauses).map(([key, { choices, ballots }]) => ({
      key,
      choices,
      cast: Object.entries(ballots).map(([delegation, ballot]) => [delegation, ballot?.sealedAt]),
    })),
  }
}
