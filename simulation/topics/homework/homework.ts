// A homework debate: deadlines, posts without the floor, late work, extensions (rules H1–H6, H9, H17, H19). All deadlines are instants; pages
// show them in a time zone.

import { postAt, sealsPosts, takesLate, timeliness, whatKeepsPost } from '../../questions/homework'
import { lengthRefused, postBounds } from '../../questions/lengths'
import { isBriefs, told } from '../../questions/origin'
import { everyone, type NewRow, seatsForGood } from '../../shapes/record'
import { accept, refuse } from '../../shapes/verdict'
import { closedTo } from '../../state/clock'
import { openedFrom } from '../../state/numbered-entries'
import { nextPrivate } from '../../state/private-numbers'
import type { RoomState } from '../../state/room-state'
import { isStatement, misputQuestion } from '../statements/statements'
import type { Rule } from '../topic'

export const postStatement: Rule<'postStatement'> = (state, command, who, moment) => {
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
  const length = lengthRefused(command.text, postBounds(state.plan, command), who)
  if (length) return refuse(length)
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

/** H17: the author writes a post anew until its deadline; who hears the post hears it. An open one only while nobody has answered or checked it. */
export const reviseStatement: Rule<'reviseStatement'> = (state, { entry, text, anchors }, who, moment) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  if (state.plan.kind !== 'homework') return refuse('not-homework')
  const post = postAt(state, entry)
  if (!post) return refuse(openedFrom(state, entry) ? 'deadline-passed' : 'no-such-entry')
  if (post.author !== moment.by || post.seat !== who.seat.id) return refuse('not-own-statement')
  const kept = whatKeepsPost(state, entry, post, who.person, moment.at)
  if (kept) return refuse(kept)
  if (post.text === text && JSON.stringify(post.anchors) === JSON.stringify(anchors)) return refuse('nothing-changed')
  const length = lengthRefused(text, postBounds(state.plan, post), who)
  if (length) return refuse(length)
  const { seat } = post
  const words = { seat, text, anchors, ...told(state, isBriefs(state, who.seat.delegation, text)) }
  return post.type === 'PostSealed'
    ? accept(seatsForGood([seat], { type: 'PostRevised', no: post.no, ...words }))
    : accept(everyone({ type: 'StatementRevised', entry: Number(entry), ...words }))
}

/** H6: the rows that open the sealed posts of a phase at its end, in the order in which they were written. */
export function postsAtEnd(state: RoomState, phase: number): NewRow[] {
  return state.posts
    .filter((post) => post.phase === phase)
    .map(({ type: _type, no, author, at, ...post }) =>
      everyone({ type: 'StatementPosted', ...post, author, postedAt: at, unseals: no }),
    )
}
