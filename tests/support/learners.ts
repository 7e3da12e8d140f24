// A class that gives evidence of learning, with the values whose statistics R has computed.
import { personId } from '#simulation/kernel/ids'
import { formAt, stanceNow } from '#simulation/questions/stances'
import type { RoomState } from '#simulation/state/room-state'
import { CHAIR, smallSeminar } from './cast'
import { opened, type Room } from './given'
import { chinaGap } from './stories/china-gap'

type Values = Readonly<Record<'knowledge' | 'sure' | 'framing', readonly number[]>>

export const BEFORE: Values = {
  knowledge: [1, 0, 2, 1, 3, 2, 1, 1, 0, 2, 2, 3, 1, 2, 1, 0, 2, 1, 4, 2, 1, 3, 2, 1],
  sure: [3, 2, 4, 1, 3, 5, 2, 3, 4, 2, 1, 3, 4, 2, 3, 5, 2, 1, 3, 4, 2, 3, 2, 4],
  framing: [-2, -1.5, 0, 0.5, 1, -3, 2, 1.5, 0, -0.5, -1, 0, 1, 2, -2.5, 0.5, 1, -1, 0, 1.5, -0.5, 2.5, -2, 0],
}
export const AFTER: Values = {
  knowledge: [3, 2, 2, 3, 4, 3, 1, 2, 2, 3, 4, 3, 2, 2, 3, 1, 4, 2, 4, 3, 3, 3, 2, 3],
  sure: [4, 2, 5, 3, 3, 4, 3, 3, 5, 4, 2, 3, 4, 4, 3, 5, 3, 3, 4, 4, 2, 5, 3, 4],
  framing: [-1, -1.5, 0.5, 2, -0.5, -2, 2, 1, 0.5, 0.5, -1, 1, 1, 1.5, -1, 0, 2, -0.5, 0.5, 1.5, 0.5, 2, -1, -0.5],
}

const SURE = [1, 2, 3, 4, 5] as const

/** The person of this place in the lists answers and marks what they hold. */
export function learns(room: Room, place: number, { knowledge, sure, framing }: Values): void {
  const by = `p:learner${place}`
  const sureness = SURE.find((one) => one === sure[place]) ?? 1
  room.does(by, { type: 'markStance', round: 'framing', value: framing[place] ?? 0, sure: sureness })
  room.does(by, { type: 'markStance', round: 'regional-order', value: 1, sure: sureness })
  const forms = chinaGap()
  const isA = formAt(room.state, personId.parse(`learner${place}`), stanceNow(room.state) ?? 'after') === 'A'
  for (const [item, { right }] of ((isA ? forms.knowledge : forms.knowledgeB) ?? []).entries())
    room.does(by, { type: 'answerKnowledge', item, option: item < (knowledge[place] ?? 0) ? right : (right + 1) % 4 })
}

/** So many people at two tables that are over. */
export function learnt(people: number): readonly RoomState[] {
  return [0, 1].map((table) => {
    const room = opened(smallSeminar({ learning: true }))
    const own = Array.from({ length: people }, (_, place) => place).filter((place) => place % 2 === table)
    for (const place of own) learns(room, place, BEFORE)
    room.enters('reflection')
    for (const place of own) learns(room, place, AFTER)
    return room.does(CHAIR, { type: 'endPhase', index: room.state.agenda.index }).state
  })
}
