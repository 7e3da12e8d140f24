// One delegation at one moment, for a reader who looks at several side by side (rule D25): what it wanted, what it believed of the others,
// and what it alone had heard.
import type { RoundPlan } from '../../agenda/plan'
import type { DelegationId } from '../../kernel/ids'
import { briefBand } from '../../questions/origin'
import { positionFile, type RoomState } from '../../state/room-state'
import { redLineOf, roundsAtHand } from '../log/filings'
import { positionSheet } from '../log/position-sheet'
import { paragraphOf } from '../log/transcript'

/** `seen` is folded from what the delegation could hear, `whole` from what the reader may: only where others stood is read from it. */
export function sideAt(seen: RoomState, whole: RoomState, delegation: DelegationId, most: number) {
  // A sealed post that was opened since is no paragraph of its own any more.
  const apart = seen.privateEntries.toArray().flatMap((entry) => paragraphOf(seen, entry) ?? [])
  return {
    delegation,
    /** The rounds at hand, by the plan. */
    rounds: roundsAtHand(seen).map((round) => sideInRound(seen, whole, delegation, round)),
    /** What it heard and others did not: how many entries, and the newest of them, newest first. */
    apart: { count: apart.length, newest: apart.slice(-most).reverse() },
  }
}
export type SideAt = ReturnType<typeof sideAt>

function sideInRound(seen: RoomState, whole: RoomState, delegation: DelegationId, round: RoundPlan) {
  const { opening, closing, guesses } = positionSheet(seen, round.key, delegation)
  const band = briefBand(seen, delegation, round.key)
  return {
    round,
    /** What it had filed or drafted last; null while there is nothing. */
    stood: closing ?? opening,
    /** The value its brief begins from, and the range in which it stays; null before briefs are opened. */
    brief: band ? { value: band.value, low: band.low, high: band.high } : null,
    /** Its own red line, or while it has written none its brief's. */
    redLine: redLineOf(seen, round.key, delegation, true) ?? band?.redLine ?? null,
    /** Its last guess of each other; `stood` is what that one had filed at the same stage by then, sealed or not. */
    guesses: guesses.map((guess) => ({
      ...guess,
      stood: positionFile(whole, round.key, guess.stage, guess.delegation).filed?.position.value ?? null,
    })),
  }
}
export type SideInRound = ReturnType<typeof sideInRound>
