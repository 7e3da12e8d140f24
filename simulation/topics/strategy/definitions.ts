// The command and the event of strategy sheets. Who may write one, and when, is decided in strategy.ts.
import type { DelegationId } from '../../kernel/ids'
import type { commands, events, StrategySheet } from '../../shapes/strategy'
import { type CommandDefinitions, type EventDefinitions, searchLines, type TypeIn, underItsNumber } from '../topic'
import { writeStrategy } from './strategy'

export const strategyCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  writeStrategy: { decide: writeStrategy },
}

export const strategyEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  StrategyWritten: {
    words(event, take) {
      const at = { at: event.no }
      return {
        ...event,
        ...{ aim: take(event.aim, at), canSpare: take(event.canSpare, at), noDeal: take(event.noDeal, at) },
        theySay: mapped(event.theySay, (text) => take(text, at)),
        question: take(event.question, at),
      }
    },
    fold(room, { no, seat, office, ...event }, { at }) {
      room.strategies = { ...room.strategies, [office]: { no, seat, office, sheet: sheetOf(event), at } }
    },
    numbering: underItsNumber,
    content: (_state, event) => ({ kind: 'strategy', sheet: sheetOf(event) }),
    searchText: ({ aim, canSpare, noDeal, theySay, question }) =>
      searchLines(aim, canSpare, noDeal, ...Object.values(theySay), question),
    command: (event) => ({ type: 'writeStrategy', ...sheetOf(event) }),
  },
}

const sheetOf = ({ aim, canSpare, noDeal, theySay, question }: StrategySheet): StrategySheet => ({
  ...{ aim, canSpare, noDeal, theySay, question },
})

const mapped = (said: StrategySheet['theySay'], change: (text: string) => string): Record<DelegationId, string> =>
  Object.fromEntries(Object.entries(said).map(([delegation, text]) => [delegation, change(text)]))
