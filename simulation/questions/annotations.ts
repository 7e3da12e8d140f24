// What screens and the server may ask of annotations that count for their writers (H28), as the rule itself decides it.
import type { PersonId } from '../kernel/ids'
import type { Rejection } from '../shapes/verdict'
import type { RoomState } from '../state/room-state'
import { asksForAnnotations, timeliness } from './homework'
import { reflectionPhase } from './stances'

/** So many annotations of one person are counted, deleted ones too: whoever writes and deletes without end fills no log. */
export const MOST_COUNTED = 100

/** Why an annotation that somebody writes now does not count; null where it does. */
export function whatKeepsCount(state: RoomState, who: PersonId, at: number): Rejection | null {
  const time = timeliness(state, reflectionPhase(state.plan), who, at)
  if (time !== 'on-time' && time !== 'late') return time
  const counted = state.work.toArray().filter(({ by, what }) => by === who && what === 'annotation')
  return counted.length < MOST_COUNTED ? null : 'nothing-changed'
}

/** Whether their debate asks them for annotations, and counts one that they write now. */
export const countsAnnotations = (state: RoomState, who: PersonId, at: number): boolean =>
  state.closedAt === null && asksForAnnotations(state.plan) && whatKeepsCount(state, who, at) === null
