// The commands and events of the communiqué's negotiation. Who may choose a text is decided in communique.ts.
import type { DelegationId } from '../../kernel/ids'
import { choiceIn } from '../../questions/communique'
import type { Choice } from '../../shapes/ballots/slice'
import type { communiqueCommands, communiqueEvents } from '../../shapes/communique/schemas'
import { bracketPlace } from '../../shapes/places'
import type { NextRoom } from '../../state/next-room'
import { procedure } from '../entry-content'
import type { CommandDefinitions, EventDefinitions, TypeIn } from '../topic'
import { onRecord, searchLines } from '../topic'
import { chooseText, keepBracket } from './communique'

export const communiqueCommandDefinitions: CommandDefinitions<TypeIn<typeof communiqueCommands>> = {
  chooseText: { decide: chooseText, inOutbox: false },
  keepBracket: { decide: keepBracket, inOutbox: true },
}

export const communiqueEventDefinitions: EventDefinitions<TypeIn<typeof communiqueEvents>> = {
  TextChosen: {
    words: null,
    fold(room, { clause, delegation, text }, { at }) {
      keepChoice(room, clause, delegation, () => ({ text, reason: null, at }))
    },
    numbering: onRecord,
    content({ plan }, { clause, delegation, text, agreed }) {
      const heading = plan.communique.clauses.find(({ key }) => key === clause)?.heading ?? clause
      return procedure({ key: 'text-chosen', clause, heading, delegation, text, agreed })
    },
    searchText: null,
    command: ({ clause, text }) => ({ type: 'chooseText', clause, text }),
    work: () => ({ what: 'proposal-or-amendment' }),
  },
  BracketKept: {
    words(event, take) {
      const at = bracketPlace(event.clause, event.delegation)
      return { ...event, reason: take(event.reason, { at }) }
    },
    places: ({ clause, delegation }) => [bracketPlace(clause, delegation)],
    fold(room, { clause, delegation, reason }, { at }) {
      keepChoice(room, clause, delegation, (before) => ({ ...before, reason, at }))
    },
    numbering: onRecord,
    content: (_state, { clause, reason }) => ({ kind: 'bracket', clause, text: reason }),
    searchText: ({ reason }) => searchLines(reason),
    command: ({ clause, reason }) => ({ type: 'keepBracket', clause, reason }),
    work: () => ({ what: 'proposal-or-amendment' }),
  },
}

function keepChoice(room: NextRoom, key: string, delegation: DelegationId, next: (before: Choice) => Choice): void {
  const clause = room.clauses[key]
  if (!clause) return
  const choices = { ...clause.choices, [delegation]: next(choiceIn(clause, delegation)) }
  room.clauses = { ...room.clauses, [key]: { ...clause, choices } }
}
