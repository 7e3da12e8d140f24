// The finished turns of a room and whose words they wait for (rules T4–T6), for the pages of speakers and scribes and for the desk.
import type { ActorId, Intent, SeatId } from '../kernel/ids'
import { personOfActor } from '../kernel/ids'
import { type RoomState, type Seat, seatsIn } from '../kernel/room-state'
import { turnIn, wordsRight } from '../topics/turns/questions'
import type { WordsAs } from '../topics/turns/schemas'

/** A finished turn of a person without words; `no` is its number. */
export type OpenTurn = Readonly<{
  no: number
  seat: SeatId
  speaker: ActorId
  seconds: number
  endedAt: number
  intent: Intent
  answers: number | null
  /** The seat to which its speaker left the words. */
  leftTo: SeatId | null
}>

/** The finished turns of people that have no words and were not withdrawn, oldest first. Nobody is asked for the words of a script. */
export function turnsWithoutWords(state: RoomState): readonly OpenTurn[] {
  if (state.closedAt !== null) return []
  return state.record.toArray().flatMap(({ no, at }): OpenTurn[] => {
    const turn = turnIn(state, Number(no))
    if (!turn || personOfActor(turn.speaker) === null || state.turnWords[Number(no)]) return []
    return [openTurn(state, Number(no), turn, at)]
  })
}

function openTurn(
  state: RoomState,
  no: number,
  turn: NonNullable<ReturnType<typeof turnIn>>,
  endedAt: number,
): OpenTurn {
  const { seat, speaker, spokenMs, intent, answers = null } = turn
  const leftTo = state.leftTo[no] ?? null
  return { no, seat, speaker, seconds: Math.round(spokenMs / 1000), endedAt, intent, answers, leftTo }
}

/** The turns whose words this reader may give, each with their right to: their own first, then those left to them, then a scribe's; oldest first. */
export function turnsToWord(state: RoomState, seat: Seat, by: ActorId): readonly (OpenTurn & { as: WordsAs })[] {
  const open = turnsWithoutWords(state).flatMap((turn) => {
    const as = wordsRight(state, turn.no, seat, by)
    return as === null ? [] : [{ ...turn, as }]
  })
  const rank = { speaker: 0, named: 1, scribe: 2 } as const
  return open.toSorted((a, b) => rank[a.as] - rank[b.as] || a.no - b.no)
}

/** The seats to which a speaker who sits here may leave the words of a turn (T5). */
export const wordsGoTo = (state: RoomState, { id, delegation }: Seat): readonly Seat[] =>
  delegation === null ? [] : seatsIn(state, delegation).filter((seat) => seat.id !== id && seat.holder !== null)

/** The turns whose words this person gave last and may still replace, newest first. */
export function turnsWordedBy(state: RoomState, by: ActorId): readonly (OpenTurn & { as: WordsAs; text: string })[] {
  if (state.closedAt !== null) return []
  return Object.entries(state.turnWords)
    .flatMap(([key, words]) => {
      const no = Number(key)
      const turn = turnIn(state, no)
      const ended = state.record.at(no - 1)
      if (!turn || !ended || words.by !== by || state.withdrawn[no] !== undefined) return []
      return [{ ...openTurn(state, no, turn, ended.at), as: words.as, text: words.text }]
    })
    .toSorted((a, b) => b.no - a.no)
}

/** Whether the last turn that ended was this actor's and the chair took it back, so that their page can say so. */
export function isTakenBackFrom(state: RoomState, by: ActorId): boolean {
  if (state.floor.holder) return false
  const last = state.record.findLast(({ event }) => event.type === 'FloorEnded')
  if (last?.event.type !== 'FloorEnded' || state.continued.includes(Number(last.no))) return false
  return last.event.cause === 'taken-back' && last.event.speaker === by && last.phase === state.agenda.index
}
