// What the chair adds to a room: injects, notes, bookmarks, what the stage shows, answers to calls for help (rules I1–I4, I6, I7, P13).

import { audienceOfNote, callNumbered, isReadBy, notesHeardBy } from '../../questions/injects'
import { everyone, instructorOnly, person, seatsForGood } from '../../shapes/record'
import { accept, refuse } from '../../shapes/verdict'
import { entryNumbered } from '../../state/numbered-entries'
import { nextPrivate } from '../../state/private-numbers'
import { isSent } from '../../state/room-state'
import type { Rule } from '../topic'

export const sendInject: Rule<'sendInject'> = (state, command, who) => {
  if (who.kind !== 'chair' && who.kind !== 'clock') return refuse('not-the-chair')
  const inject = state.papers?.injects.find((paper) => paper.key === command.key)
  if (!inject) return refuse('no-such-inject')
  if (isSent(state, command.key)) return refuse('already-sent')
  const { key, form, headline, text, anchors } = inject
  return accept(everyone({ type: 'InjectSent', key, form, headline, text, anchors }))
}

export const writeInject: Rule<'writeInject'> = (state, command, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const key = `written-${Object.keys(state.sent).length + 1}`
  const { headline, text } = command
  return accept(everyone({ type: 'InjectSent', key, form: 'news flash', headline, text, anchors: [] }))
}

export const nudge: Rule<'nudge'> = (state, command, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const { to, text } = command
  const audience = audienceOfNote(state.plan, to)
  if (audience === null) return refuse('no-such-seat')
  const no = to === 'room' ? null : nextPrivate(state, 'n', to)
  return accept({ audience, event: { type: 'NudgeSent', no, to, text } })
}

/** I6: a note that this person does not hear is refused like one that does not exist. */
export const readNotes: Rule<'readNotes'> = (state, { notes }, who) => {
  const reader = who.kind === 'seat' || who.kind === 'unseated' ? who.person : null
  if (reader === null) return refuse('not-seated')
  const heard = new Set(notesHeardBy(state, reader).map(({ no }) => no))
  if (notes.some((no) => !heard.has(no))) return refuse('no-such-entry')
  const unread = [...new Set(notes)].filter((no) => !isReadBy(state, no, reader))
  if (unread.length === 0) return refuse('nothing-changed')
  return accept(person(reader, { type: 'NotesRead', person: reader, notes: unread }))
}

export const bookmarkEntry: Rule<'bookmarkEntry'> = (state, command, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (entryNumbered(state, command.entry) === undefined) return refuse('no-such-entry')
  if (state.bookmarks[command.entry] === command.note) return refuse('nothing-changed')
  return accept(instructorOnly({ type: 'EntryBookmarked', entry: command.entry, note: command.note }))
}

export const liftBookmark: Rule<'liftBookmark'> = (state, command, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (state.bookmarks[command.entry] === undefined) return refuse('no-such-entry')
  return accept(instructorOnly({ type: 'BookmarkLifted', entry: command.entry }))
}

/** I7: before the start the stage shows how to come in or nothing, and nothing else. */
export const showOnStage: Rule<'showOnStage'> = (state, { scene }, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const isBlanking = scene === 'blank' || state.stageScene === 'blank'
  if (state.agenda.status === 'lobby' && !isBlanking) return refuse('phase-not-running')
  if (state.stageScene === scene) return refuse('nothing-changed')
  return accept(everyone({ type: 'StageSet', scene }))
}

export const callForHelp: Rule<'callForHelp'> = (state, command, who) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const no = nextPrivate(state, 'h', who.seat.id)
  return accept(seatsForGood([who.seat.id], { type: 'HelpCalled', no, seat: who.seat.id, text: command.text }))
}

export const answerHelp: Rule<'answerHelp'> = (state, command, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const call = callNumbered(state, command.no)
  if (!call) return refuse('no-such-call')
  if (call.answer) return refuse('already-answered')
  return accept(seatsForGood([call.seat], { type: 'HelpAnswered', no: command.no, text: command.text }))
}
