/**
 * The listener port: asks which of a round's claims a person's words make, outside the rules. It chooses among lines that authors wrote and
 * writes none. Who is slow, away or confused is passed by, and the matcher of the rules decides.
 */
import { countedWarning } from '#server/base/faults/counted-warning'
import { logError } from '#server/base/faults/logger'
import { type HeardWords, heardWords, withChoice } from '#simulation/bots/understudy-offering'
import type { Scenario } from '#simulation/scenario/scenario'
import type { CommandOf } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import type { Time } from './saving/time'

export interface Listener {
  /** The key of one of the candidates, or null where none fits. Rejects where it has no answer; stops once `signal` says so. */
  choose(heard: HeardWords, signal: AbortSignal): Promise<string | null>
}

/** For so long a statement waits for the listener. */
export const LISTENING_MS = 2_000

const passedBy = countedWarning('the listener did not answer and was passed by', (what, where) =>
  logError(what, new Error(`${where.kind}`), where),
)

type AskedOnce = { entry: number; until: number; heard: HeardWords; chosen: string | null | undefined }

/** Asks the listener about the statements of one room, each once. */
export class Listening {
  #asked: AskedOnce | null = null

  constructor(
    private readonly listener: Listener,
    private readonly scenario: Scenario,
    private readonly time: Pick<Time, 'now'>,
    /** Called when an answer is there. */
    private readonly answered: () => void,
  ) {}

  /** An offer as it is made, and not before when: with the listener's choice once that is there, and as it was when the time is over. */
  hear(state: RoomState, command: CommandOf<'offerClaims'>): { at: number; command: CommandOf<'offerClaims'> } {
    const asked = this.#asked?.entry === command.entry ? this.#asked : this.#ask(state, command.entry)
    if (!asked || asked.chosen === undefined) return { at: asked?.until ?? 0, command }
    return { at: 0, command: withChoice(command, asked.heard, asked.chosen) }
  }

  #ask(state: RoomState, entry: number): AskedOnce | null {
    const heard = heardWords(state, this.scenario, entry)
    if (!heard) return null
    const asked: AskedOnce = { entry, until: this.time.now() + LISTENING_MS, heard, chosen: undefined }
    this.#asked = asked
    const signal = AbortSignal.timeout(LISTENING_MS)
    this.listener.choose(heard, signal).then(
      (key) => {
        if (key !== null && heard.candidates.every((each) => each.key !== key)) return passedBy('no-such-claim')
        if (signal.aborted) return
        asked.chosen = key
        this.answered()
      },
      () => passedBy(signal.aborted ? 'too-slow' : 'refused'),
    )
    return asked
  }
}
