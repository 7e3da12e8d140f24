// The part of a room's state that motions and rulings change.
import type { DelegationId, SeatId } from '../../kernel/ids'
import type { Moved } from './schemas'

export type Motion = Readonly<{
  /** The number of its entry. */
  no: number
  seat: SeatId
  by: DelegationId
  moved: Moved
  words: string | null
  answers: Readonly<Partial<Record<DelegationId, boolean>>>
  /** It lapses with this phase. */
  phase: number
  until: number
  /** Of a straw poll that was carried: who has cast, and what, where this reader may hear it. Null while the motion itself is answered. */
  poll: Readonly<Partial<Record<DelegationId, boolean | null>>> | null
}>

/** A ruling by the number of its entry. */
export type Ruling = Readonly<{ no: number; seat: SeatId; upheld: boolean; appeal: 'none' | 'made' | 'carried' }>

export type MotionsSlice = Readonly<{
  /** The motion that is answered now, or whose straw poll runs; null where there is none. */
  motion: Motion | null
  rulings: readonly Ruling[]
  /** The clauses on which the debate is closed. */
  closedClauses: readonly string[]
}>

export const motionsStart = (): MotionsSlice => ({ motion: null, rulings: [], closedClauses: [] })
