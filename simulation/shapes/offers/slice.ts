// The part of a room's state that the events of offers change: the offers that this reader may hear.
import type { DelegationId } from '../../kernel/ids'
import type { ANSWERS, OfferedStands } from './schemas'

export type Offer = Readonly<{
  /** Its number as a private entry. */
  no: string
  from: DelegationId
  to: DelegationId
  ours: OfferedStands
  theirs: OfferedStands
  words: string | null
  counters: string | null
  /** It lapses with this phase. */
  phase: number
  at: number
  /** Null while nobody has answered it. */
  answer: (typeof ANSWERS)[number] | null
}>

export type OffersSlice = Readonly<{ offers: readonly Offer[] }>

export const offersStart = (): OffersSlice => ({ offers: [] })
