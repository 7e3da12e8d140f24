// Commands and events of motions and of rulings on points of order (section M of the rules), and their part of the state of a room.
import * as z from 'zod/mini'
import {
  type DelegationId,
  delegationId,
  instant,
  list,
  longText,
  MOST_DELEGATIONS,
  type SeatId,
  seatId,
  shortText,
  writtenText,
} from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { publicEntryNumber, variant } from '../kernel/variant'

/** How long a caucus or an extension may be that is moved. */
export const MOST_MINUTES = 10
const minutes = z.int().check(z.gte(1), z.lte(MOST_MINUTES))

export const MOTIONS = ['caucus', 'extend', 'close', 'straw-poll', 'appeal'] as const

/** What is moved. `ruling` is the number of a ruling's entry. */
const moved = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('caucus'), minutes }),
  z.strictObject({ kind: z.literal('extend'), minutes }),
  z.strictObject({ kind: z.literal('close'), clause: shortText }),
  z.strictObject({ kind: z.literal('straw-poll'), clause: shortText }),
  z.strictObject({ kind: z.literal('appeal'), ruling: publicEntryNumber }),
])
export type Moved = z.infer<typeof moved>

/** A motion is named by the number of its entry. */
const motion = publicEntryNumber
const words = z.nullable(writtenText(LIMITS.motion))

export const commands = [
  variant('moveMotion', { moved, words }),
  variant('answerMotion', { motion, yes: z.boolean() }),
  variant('castStraw', { motion, yes: z.boolean() }),
  variant('ruleMotion', { motion, carried: z.boolean() }),
  /** On the point of order of this seat. */
  variant('rulePoint', { seat: seatId, upheld: z.boolean(), words }),
  variant('reopenDebate', { clause: shortText }),
] as const

/** Submitted by the server alone: the time of a motion, or of its straw poll, is over. */
export const serverCommands = [variant('endMotion', { motion, until: instant })] as const

const sides = list(delegationId, MOST_DELEGATIONS)
const count = z.int().check(z.nonnegative(), z.lte(MOST_DELEGATIONS))

export const events = [
  variant('MotionMoved', {
    seat: seatId,
    delegation: delegationId,
    moved,
    words: z.nullable(longText),
    until: instant,
  }),
  variant('MotionAnswered', { motion, delegation: delegationId, yes: z.boolean() }),
  /** `until` is when the straw poll ends that was carried; null for all others. */
  variant('MotionDecided', {
    motion,
    outcome: z.enum(['carried', 'not-carried', 'lapsed']),
    by: z.enum(['answers', 'chair', 'time', 'phase']),
    inFavour: sides,
    against: sides,
    until: z.nullable(instant),
  }),
  variant('StrawCast', { motion, delegation: delegationId, yes: z.boolean() }),
  variant('StrawSealed', { motion, delegation: delegationId }),
  /** What a single delegation said counts in none of the three (M6). */
  variant('StrawPollEnded', {
    motion,
    inFavour: count,
    against: count,
    silent: count,
    cause: z.enum(['all-cast', 'time', 'phase']),
  }),
  /** `cites` is the entry at which the point was put; null for a hand that was not called. */
  variant('PointRuled', {
    seat: seatId,
    cites: z.nullable(publicEntryNumber),
    upheld: z.boolean(),
    words: z.nullable(longText),
  }),
  variant('DebateReopened', { clause: shortText }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'no-motions', // the room has none: a homework debate, or a room of before
  'motion-open', // one at a time
  'no-such-motion', // it was decided, or has lapsed
  'own-motion', // whoever moved it is for it
  'no-such-ruling',
  'already-appealed', // a ruling is appealed once
  'appeal-of-ruling', // an appeal against the chair is not the chair's to decide
  'no-point-of-order', // this seat has none that awaits a ruling
] as const

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

export const start = (): MotionsSlice => ({ motion: null, rulings: [], closedClauses: [] })
