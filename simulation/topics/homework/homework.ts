// A homework debate: deadlines, posts without the floor, late work, extensions (rules H1–H6, H9). All deadlines are instants; pages
// show them in a time zone.

import type { Moment } from '../../kernel/moment'
import { sealsPosts, takesLate, timeliness } from '../../questions/homework'
import { isBriefs, told } from '../../questions/origin'
import type { NewRow } from '../../shapes/record'
import { everyone, seatsForGood } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import type { Verdict } from '../../shapes/verdict'
import { accept, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo } from '../../state/clock'
import { nextPrivate } from '../../state/private-numbers'
import type { RoomState } from '../../state/room-state'
import { isStatement, misputQuestion } from '../statements/statements'

export function postStatement(
  state: RoomState,
  command: CommandOf<'postStatement'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  if (who.kind !== 'seat') return refuse('not-seated')
  if (who.seat.delegation === null) return refuse('not-own-delegation')
  if (state.plan.kind !== 'homework') return refuse('not-homework')
  const phase = state.plan.phases[command.phase]
  if (!phase) return refuse('no-such-phase')
  if (!phase.posts) return refuse('wrong-phase')
  if (!state.plan.rounds.some((round) => round.key === command.round)) return refuse('no-such-round')
  const time = timeliness(state, command.phase, who.person, moment.at)
  if (time !== 'on-time' && time !== 'late') return refuse(time)
  const isOpen = command.phase === state.agenda.index && closedTo(state, moment) === null
  if (!isOpen && !takesLate(state, command.phase)) return refuse('deadline-passed')
  if (command.answers !== null) {
    const answered = state.record.at(command.answers - 1)?.event
    if (!answered) return refuse('no-such-entry')
    if (!isStatement(answered)) return refuse('not-a-statement')
  }
  const misput = misputQuestion(state, command, who.seat.delegation)
  if (misput) return refuse(misput)
  const { type: _type, ...words } = command
  const origin = told(state, isBriefs(state, who.seat.delegation, command.text))
  const post = { ...words, seat: who.seat.id, late: time === 'late', ...origin }
  // H6: a late post is public at once, because the others of its phase are open already.
  if (sealsPosts(state, command.phase)) {
    const no = nextPrivate(state, 'p', who.seat.id)
    return accept(seatsForGood([who.seat.id], { type: 'PostSealed', no, ...post }))
  }
  return accept(everyone({ type: 'StatementPosted', ...post, author: moment.by, postedAt: moment.at, unseals: null }))
}

/** H6: the rows that open the sealed posts of a phase at its end, in the order in which they were written. */
export function postsAtEnd(state: RoomState, phase: number): NewRow[] {
  return state.posts
    .filter((post) => post.phase === phase)
    .map(({ type: _type, no, author, at, ...post }) =>
      everyone({ type: 'StatementPosted', ...post, author, postedAt: at, unseals: no }),
    )
}
