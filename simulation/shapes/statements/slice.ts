// The part of a room's state that the events of statements change: which were withdrawn.

export type StatementsSlice = Readonly<{
  /** Number of a withdrawn entry → number of the entry that withdrew it. */
  withdrawn: Readonly<Record<number, number>>
}>

export const statementsStart = (): StatementsSlice => ({
  withdrawn: {},
})
