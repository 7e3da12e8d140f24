// What a projector says of motions and rulings: what is moved, and for a moment how it ended or what was ruled.
import { openMotion } from '../../questions/motions'
import type { Motion } from '../../shapes/motions'
import type { RoomState } from '../../state/room-state'
import { type Paragraph, paragraphOf } from './transcript'

const SAID_MS = 30_000
const LEAST_SAID_MS = 5_000

export type OrderLine = { kind: 'open'; motion: Motion } | { kind: 'said'; entry: Paragraph }

/** Null while there is nothing to say. A ruling that comes while a motion is open is said first. */
export function orderLine(state: RoomState, now: number): OrderLine | null {
  const last = state.record.findLast(({ event }) => TOLD.has(event.type))
  const lasts = Math.max(LEAST_SAID_MS, SAID_MS / state.plan.speed)
  const isNew = last !== undefined && last.phase === state.agenda.index && now - last.at < lasts
  const entry = isNew ? paragraphOf(state, last) : null
  const motion = openMotion(state)
  if (motion && (!last || Number(last.no) < motion.no || motion.poll)) return { kind: 'open', motion }
  if (entry) return { kind: 'said', entry }
  return motion ? { kind: 'open', motion } : null
}

const TOLD: ReadonlySet<string> = new Set(['MotionDecided', 'StrawPollEnded', 'PointRuled', 'DebateReopened'])
