/** The moves by which somebody could try to do what a week of homework asks of them. */
import { personId } from '#simulation/kernel/ids'
import { isClean } from '#simulation/questions/text'
import type { Counted } from '#simulation/reading/marks/completion'
import { seatHeldBy } from '#simulation/state/room-state'
import { isStatement } from '#simulation/topics/statements/statements'
import { standsOn, type Written } from './cast'
import type { Room } from './given'

export const PAPER = { value: 1, text: 'A paper.', redLine: '', anchors: [], guesses: {} }

/** Every move of this kind that a person could try; the rules say which are legal. */
export function movesFor(
  room: Room,
  name: string,
  { requirement: { what } }: Counted,
  phase: number,
  round: number,
): Written[] {
  const { plan, record, clauses } = room.state
  const rounds = plan.rounds.map(({ key }) => key)
  const tension = rounds[round % rounds.length] ?? ''
  const own = seatHeldBy(room.state, personId.parse(name))?.delegation
  const sides = (['us', 'jp', 'cn'] as const).filter((each) => each !== own)
  const post = (answers: number | null): Written => ({
    ...{ type: 'postStatement', phase, round: tension, text: 'Words.', intent: 'point', answers },
    anchors: ['E1.1', 'E2.1'],
  })
  const side = sides[round % sides.length] ?? 'us'
  const ask: Written = {
    ...{ type: 'postStatement', phase, round: tension, text: 'Why?', intent: 'question', to: side, answers: null },
    anchors: [],
  }
  switch (what) {
    case 'own-view':
      return [{ type: 'markStance', round: tension, value: 1 }]
    case 'knowledge':
      return (plan.learning ?? []).map((_, item): Written => ({ type: 'answerKnowledge', item, option: 0 }))
    case 'position-draft': {
      const stage = plan.phases[phase]?.files?.stage ?? 'opening'
      return [{ type: 'draftPosition', round: tension, stage, ...PAPER }]
    }
    case 'comment':
      return [{ type: 'speakInCaucus', text: 'A comment.' }]
    case 'opening':
      return [post(null)]
    case 'answer':
    case 'anchor': {
      // The newest statement of each other delegation, in turn.
      const wanted = sides[Math.floor(round / rounds.length) % 2]
      const entry = record.toArray().findLast(({ event }) => isStatement(event) && event.seat.startsWith(`${wanted}.`))
      return [post(what === 'answer' && entry ? Number(entry.no) : null), post(null)]
    }
    case 'proposal-or-amendment': {
      const clause = clauses[round % clauses.length]?.key ?? ''
      return ['us-1', 'jp-1', 'cn-1'].map((version) => standsOn(version, clause))
    }
    case 'question':
      return [ask]
    case 'case':
      return [
        { type: 'stateCase', of: side, text: 'They are nearest.' },
        { type: 'guessAgain', of: side, value: 1 },
        ask,
      ]
    case 'case-score':
      return [{ type: 'scoreCase', from: side, score: 5, missing: null }]
    case 'vote':
      return clauses.filter(isClean).map(({ key: clause }): Written => ({ type: 'adviseBallot', clause, vote: 'for' }))
    case 'reflection':
      return [{ type: 'writeReflection', prompt: round % plan.reflectionPrompts.length, text: 'What I think.' }]
    // The server says it of an annotation that it has kept.
    case 'annotation':
      return [{ type: 'countAnnotation', annotation: `a${round}`, stands: true }]
    default:
      return what satisfies never
  }
}
