// What the dialogs about one line of a record are given: the line, how it is called, and the way to the server.
import type { RoomPlan } from '#simulation/agenda/plan'
import type { SeatId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { ReportReason } from '#simulation/shapes/strikes'

export type StrikeCommand = Extract<
  ClientCommand,
  { type: 'strikeWords' | 'putWordsBack' | 'changeStrikeReason' | 'answerReport' }
>

/** A line whose words the chair may take off, or has taken off. */
export type StruckLine = {
  /** Its number; or the place of words that have none of their own (wordsPlace). */
  entry: string
  /** How it is called: "88". */
  name: string
  /** Who holds the office that said it; null where nobody is told. */
  who: string | null
  seat: SeatId | null
  plan: RoomPlan
  timeZone?: string | undefined
  /** The texts that stand there, main text first. */
  texts: readonly string[]
  /** Whether it is a turn, and not a note, a position, a reason. */
  isTurn: boolean
  /** Of those who reported it: how many, and what the first of them found. */
  reported: { count: number; reason: ReportReason } | null
}

/** Resolves to true once it is done; says itself why it is not. */
export type StrikeAct = (command: StrikeCommand) => Promise<boolean>
