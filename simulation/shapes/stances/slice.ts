// The part of a room's state that the events of stances change: personal stances and reflections.
import type { AxisValue } from '../../kernel/ids'

export type StancesSlice = Readonly<{
  /** Personal stances by `person/when/round`, and reflections by `person/prompt`. */
  stances: Readonly<Record<string, AxisValue>>
  reflections: Readonly<Record<string, { no: string; text: string; at: number }>>
}>

export const stancesStart = (): StancesSlice => ({
  stances: {},
  reflections: {},
})
