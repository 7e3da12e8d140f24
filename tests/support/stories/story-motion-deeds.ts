/** What a beat of a story tries about motions, straw polls and points of order. */
import type { Attempt } from './story-book'
import { pick } from './story-fitting'
import type { Deed } from './story-script'
import type { Around } from './story-text-deeds'

type MotionDeed = Extract<
  Deed,
  'moveMotion' | 'answerMotion' | 'castStraw' | 'ruleMotion' | 'rulePoint' | 'reopenDebate'
>

export function motionAttempt(deed: MotionDeed, around: Around): Attempt {
  const { dice, book, state, clause, someone, head, chair, mark, sides } = around
  const [a, b, c, d, e] = dice
  const { motion } = state
  const open = motion?.no ?? 1
  /** Whoever sits first in a delegation that has not said anything yet. */
  const awaited = sides.find((side) => (motion?.poll ?? motion?.answers)?.[side] === undefined)
  const waiting = awaited === undefined ? null : book.team(awaited).flatMap((seat) => book.speakerOf(seat) ?? [])[0]
  const answers = a % 7 === 0 ? someone : (waiting ?? head)
  switch (deed) {
    case 'moveMotion': {
      const minutes = 1 + (c % 10)
      const ruling = pick(state.rulings, b)?.no ?? 1
      const moved = pick(
        [
          { kind: 'extend', minutes },
          { kind: 'caucus', minutes },
          { kind: 'close', clause },
          { kind: 'close', clause },
          { kind: 'straw-poll', clause },
          { kind: 'straw-poll', clause },
          { kind: 'appeal', ruling },
        ] as const,
        d,
      ) ?? { kind: 'extend' as const, minutes }
      const words = e % 3 === 0 ? null : mark
      return {
        by: head,
        command: { type: deed, moved, words },
        ...(words === null ? {} : { secret: { public: true } }),
      }
    }
    case 'answerMotion':
      if (motion?.poll) return { by: answers, command: { type: 'castStraw', motion: open, yes: c % 2 === 0 } }
      return { by: answers, command: { type: deed, motion: open, yes: c % 4 !== 0 } }
    case 'castStraw':
      return { by: answers, command: { type: deed, motion: open, yes: c % 2 === 0 } }
    case 'ruleMotion':
      return { by: chair, command: { type: deed, motion: open, carried: c % 3 !== 0 } }
    case 'rulePoint': {
      const raised = state.floor.hands.find(({ intent }) => intent === 'point-of-order')?.seat
      const seat = raised ?? state.floor.holder?.seat ?? pick(state.plan.seats, a)?.id ?? 'nobody.here'
      const words = e % 3 === 0 ? null : mark
      return {
        by: chair,
        command: { type: deed, seat, upheld: c % 2 === 0, words },
        ...(words === null ? {} : { secret: { public: true } }),
      }
    }
    case 'reopenDebate':
      return { by: chair, command: { type: deed, clause: pick(state.closedClauses, c) ?? clause } }
    default:
      return deed satisfies never
  }
}
