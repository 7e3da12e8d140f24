// The commands and events of statements. Who may make or withdraw one is decided in statements.ts.

import { checkedIn, checksLater } from '../../questions/observers'
import type { commands, events } from '../../shapes/statements'
import { noteSpoken } from '../../state/floor-state'
import { noteSide } from '../cases/cases'
import {
  type CommandDefinitions,
  type EventDefinitions,
  onRecord,
  searchLines,
  type TypeIn,
  takeAnchors,
  takeMaybe,
} from '../topic'
import { answeredIn, makeStatement, putTo, withdrawnBy, withdrawStatement, writtenIn } from './statements'

export const statementsCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  makeStatement: { decide: makeStatement },
  withdrawStatement: { decide: withdrawStatement },
}

export const statementsEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  StatementMade: {
    causes: ['first-words'],
    words: (event, take) => ({ ...event, text: take(event.text), anchors: takeAnchors(event.anchors, take) }),
    fold(room, event) {
      noteSpoken(room)
      noteSide(room, event, room.agenda.index)
    },
    numbering: onRecord,
    content: (state, { text, intent, answers, to, anchors, spokenMs, asBrief }, { no }) => ({
      kind: 'statement',
      text,
      intent,
      answers,
      ...putTo({ to }),
      anchors,
      seconds: Math.round(spokenMs / 1000),
      withdrawnBy: withdrawnBy(state, no),
      late: false,
      ...(asBrief ? { asBrief } : {}),
      ...checkedIn(state, no),
    }),
    searchText: writtenIn,
    command: ({ text, intent, answers, to, anchors }) => ({
      type: 'makeStatement',
      ...{ text, intent, answers, ...putTo({ to }), anchors },
    }),
    work: (state, { answers, anchors }) => ({
      what: answers === null ? 'opening' : 'answer',
      to: answeredIn(state, answers),
      anchors: anchors.length,
    }),
    later: (state, _event, { no }) => [withdrawnBy(state, no) ?? '', checksLater(state, no)].join(' ').trim(),
  },
  StatementWithdrawn: {
    causes: ['facts'],
    words: (event, take) => ({ ...event, reason: takeMaybe(event.reason, take) }),
    fold(room, { entry }) {
      // The withdrawal's own entry is added after this fold, under the next number.
      room.withdrawn = { ...room.withdrawn, [entry]: room.record.length + 1 }
    },
    numbering: onRecord,
    content: (_state, { entry, reason }) => ({ kind: 'withdrawal', withdraws: entry, text: reason }),
    searchText: ({ reason }) => searchLines(reason),
    command: ({ entry, reason }) => ({ type: 'withdrawStatement', entry, reason }),
  },
}
