// The part of a room's state that asking, guessing and stating cases change, as far as this reader may hear it.
import type { AxisValue, SeatId } from '../../kernel/ids'

/** What one delegation asked another, guessed of it and said for it, and how that side scored it. */
export type SideCase = Readonly<{
  /** The numbers of the entries by which it asked, and was answered. */
  question: number | null
  answer: number | null
  guess: Readonly<{ value: AxisValue; seat: SeatId; at: number }> | null
  stated: Readonly<{ no: string; seat: SeatId; text: string; at: number }> | null
  score: Readonly<{ no: string; seat: SeatId; score: number; missing: string | null; at: number }> | null
}>

export type CasesSlice = Readonly<{
  /** By `by/of`, as `caseKey` writes it. */
  cases: Readonly<Record<string, SideCase>>
}>

export const casesStart = (): CasesSlice => ({ cases: {} })
