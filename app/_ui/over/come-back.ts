// When a page that waits for its turn asks again.

/** A turn is kept for two seconds after it was due. Asking so much earlier leaves a slow phone two seconds for each way of the network. */
const EARLIER_MS = 2_000
const SOONEST_MS = 500

/** In how many ms to ask, when the turn was announced in `waitMs`: whoever is early is told the rest, and asks again. */
export const comeBackIn = (waitMs: number): number => Math.max(SOONEST_MS, waitMs - EARLIER_MS)
