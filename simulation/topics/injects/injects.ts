// What the chair adds to a room: injects, notes, bookmarks, answers to calls for help (rules I1–I4, P13).

import { delegationOf } from '../../agenda/parties'
import { seatIdsOf } from '../../agenda/plan'
import type { ActorRole } from '../../kernel/actor'
import type { SeatId } from '../../kernel/ids'
import { nextPrivate } from '../../kernel/private-numbers'
import { everyone, instructorOnly, seatsForGood } from '../../kernel/record'
import type { CommandOf } from '../../kernel/room-command'
import type { RoomState } from '../../kernel/room-state'
import { isSent } from '../../kernel/room-state'
import type { Verdict } from '../../kernel/verdict'
import { accept, refuse } from '../../kernel/verdict'

export function sendInject(state: RoomState, command: CommandOf<'sendInject'>, who: ActorRole): Verdict {
  if (who.kind !== 'chair' && who.kind !== 'clock') return refuse('not-the-chair')
  const inject = state.papers?.injects.find((paper) => paper.key === command.key)
  if (!inject) return refuse('no-such-inject')
  if (isSent(state, command.key)) return refuse('already-sent')
  const { key, form, headline, text, anchors } = inject
  return accept(everyone({ type: 'InjectSent', key, form, headline, text, anchors }))
}

export function writeInject(state: RoomState, command: CommandOf<'writeInject'>, who: ActorRole): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const key = `written-${Object.keys(state.sent).length + 1}`
  const { headline, text } = command
  return accept(everyone({ type: 'InjectSent', key, form: 'news flash', headline, text, anchors: [] }))
}

export function nudge(state: RoomState, command: CommandOf<'nudge'>, who: ActorRole): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const { to, text } = command
  if (to === 'room') return accept(everyone({ type: 'NudgeSent', no: null, to, text }))
  const delegation = delegationOf(state.plan, to)?.id
  const seat: SeatId | undefined = delegation ? undefined : state.plan.seats.find((plan) => plan.id === to)?.id
  if (!delegation && !seat) return refuse('no-such-seat')
  const seats = delegation ? seatIdsOf(state.plan, delegation) : seat ? [seat] : []
  return accept(seatsForGood(seats, { type: 'NudgeSent', no: nextPrivate(state, 'n', to), to, text }))
}

export function bookmarkEntry(state: RoomState, command: CommandOf<'bookmarkEntry'>, who: ActorRole): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (!isEntry(state, command.entry)) return refuse('no-such-entry')
  if (state.bookmarks[command.entry] === command.note) return refuse('nothing-changed')
  return accept(instructorOnly({ type: 'EntryBookmarked', entry: command.entry, note: command.note }))
}

export function liftBookmark(state: RoomState, command: CommandOf<'liftBookmark'>, who: ActorRole): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (state.bookmarks[command.entry] === undefined) return refuse('no-such-entry')
  return accept(instructorOnly({ type: 'BookmarkLifted', entry: command.entry }))
}

export function callForHelp(state: RoomState, command: CommandOf<'callForHelp'>, who: ActorRole): Verdict {
  if (who.kind !== 'seat') return refuse('not-seated')
  const no = nextPrivate(state, 'h', who.seat.id)
  return accept(seatsForGood([who.seat.id], { type: 'HelpCalled', no, seat: who.seat.id, text: command.text }))
}

export function answerHelp(state: RoomState, command: CommandOf<'answerHelp'>, who: ActorRole): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const call = state.help.find((waiting) => waiting.no === command.no)
  if (!call) return refuse('no-such-call')
  if (call.answer) return refuse('already-answered')
  return accept(seatsForGood([call.seat], { type: 'HelpAnswered', no: command.no, text: command.text }))
}

const isEntry = (state: RoomState, no: string): boolean =>
  /^\d+$/.test(no)
    ? state.record.at(Number(no) - 1) !== undefined
    : state.privateEntries.findLast((entry) => entry.no === no) !== undefined
