// The commands and events of undoing. How the state is put back is decided in undo.ts.

import type { commands, events } from '../../shapes/undo'
import { procedure } from '../entry-content'
import { type CommandDefinitions, type EventDefinitions, onRecord, type TypeIn } from '../topic'
import { takeBack, undoLastStep } from './undo'

export const undoCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  undoLastStep: { decide: undoLastStep },
}

export const undoEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  StepUndone: {
    causes: ['facts'],
    words: null,
    fold(room, _event, { at }) {
      takeBack(room, at)
    },
    numbering: onRecord,
    content: (_state, { undid }) => procedure({ key: 'step-undone', undid }),
    searchText: null,
    command: () => ({ type: 'undoLastStep' }),
    step: 'final',
  },
}
