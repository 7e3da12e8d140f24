// The commands and events of the observers' tasks. Who may do what is decided in observers.ts.

import type { commands, events } from '../../shapes/observers'
import {
  type CommandDefinitions,
  type EventDefinitions,
  onRecord,
  SILENT,
  searchLines,
  type TypeIn,
  takeAnchor,
} from '../topic'
import { checkStatement, giveTask, writeChronicle } from './observers'

export const observersCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  giveTask: { decide: giveTask },
  checkStatement: { decide: checkStatement },
  writeChronicle: { decide: writeChronicle },
}

export const observersEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  TaskGiven: {
    words: null,
    ...SILENT,
    fold(room, { seat, task }) {
      room.tasks = { ...room.tasks, [seat]: task }
    },
    command: ({ seat, task }) => ({ type: 'giveTask', seat, task }),
  },
  StatementChecked: {
    words: (event, take) => ({ ...event, text: take(event.text), source: takeAnchor(event.source, take) }),
    fold(room, { entry, finding }) {
      // The check's own entry is added after this fold, under the next number.
      const check = { no: room.record.length + 1, finding }
      room.checks = { ...room.checks, [entry]: [...(room.checks[entry] ?? []), check] }
    },
    numbering: onRecord,
    content: (_state, { entry, finding, text, source }) => ({
      kind: 'check',
      checks: entry,
      finding,
      text,
      anchors: [source],
    }),
    searchText: ({ text, source }) => searchLines(text, typeof source === 'string' ? null : source.source),
    command: ({ entry, finding, text, source }) => ({ type: 'checkStatement', entry, finding, text, source }),
  },
  ChronicleWritten: {
    words: (event, take) => ({ ...event, text: take(event.text) }),
    fold: null,
    numbering: onRecord,
    content: (_state, { text }) => ({ kind: 'chronicle', text }),
    attribution: ({ round }) => (round === null ? {} : { round }),
    searchText: ({ text }) => searchLines(text),
    command: ({ round, text }) => ({ type: 'writeChronicle', round, text }),
  },
}
