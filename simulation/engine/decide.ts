// Judges commands: what is said of every command, by topic (topics/*/definitions.ts), and `decide`, which asks it. A page folds events and
// judges nothing, so no screen imports this file.
import { isSound } from '../agenda/plan-check'
import type { Moment } from '../kernel/moment'
import { everyone, instructorOnly } from '../shapes/record'
import type { CommandOf, RoomCommand } from '../shapes/room-command'
import type { Verdict } from '../shapes/verdict'
import { accept, refuse } from '../shapes/verdict'
import { roleOf } from '../state/actor'
import type { RoomState } from '../state/room-state'
import { ballotsCommandDefinitions } from '../topics/ballots/definitions'
import { casesCommandDefinitions } from '../topics/cases/definitions'
import { caucusesCommandDefinitions } from '../topics/caucuses/definitions'
import { chipsCommandDefinitions } from '../topics/chips/definitions'
import { floorCommandDefinitions } from '../topics/floor/definitions'
import { handInCommandDefinitions } from '../topics/hand-in/definitions'
import { hearingCommandDefinitions } from '../topics/hearing/definitions'
import { homeworkCommandDefinitions } from '../topics/homework/definitions'
import { injectsCommandDefinitions } from '../topics/injects/definitions'
import { motionsCommandDefinitions } from '../topics/motions/definitions'
import { objectivesCommandDefinitions } from '../topics/objectives/definitions'
import { observersCommandDefinitions } from '../topics/observers/definitions'
import { offersCommandDefinitions } from '../topics/offers/definitions'
import { openingCommandDefinitions } from '../topics/opening/definitions'
import { phasesCommandDefinitions } from '../topics/phases/definitions'
import { positionsCommandDefinitions } from '../topics/positions/definitions'
import { ratificationCommandDefinitions } from '../topics/ratification/definitions'
import { readingsCommandDefinitions } from '../topics/readings/definitions'
import { issueBriefs } from '../topics/seats/briefing'
import { seatsCommandDefinitions } from '../topics/seats/definitions'
import { stancesCommandDefinitions } from '../topics/stances/definitions'
import { statementsCommandDefinitions } from '../topics/statements/definitions'
import { strategyCommandDefinitions } from '../topics/strategy/definitions'
import { strikesCommandDefinitions } from '../topics/strikes/definitions'
import { textCommandDefinitions } from '../topics/text/definitions'
import type { CommandDefinition, CommandDefinitions, CommandType } from '../topics/topic'
import { turnsCommandDefinitions } from '../topics/turns/definitions'
import { undoCommandDefinitions } from '../topics/undo/definitions'
import { wordsIn } from './catalogue'

export const COMMANDS: CommandDefinitions<CommandType> = {
  ...openingCommandDefinitions,
  ...seatsCommandDefinitions,
  ...phasesCommandDefinitions,
  ...undoCommandDefinitions,
  ...floorCommandDefinitions,
  ...statementsCommandDefinitions,
  ...turnsCommandDefinitions,
  ...observersCommandDefinitions,
  ...hearingCommandDefinitions,
  ...homeworkCommandDefinitions,
  ...handInCommandDefinitions,
  ...caucusesCommandDefinitions,
  ...positionsCommandDefinitions,
  ...casesCommandDefinitions,
  ...chipsCommandDefinitions,
  ...textCommandDefinitions,
  ...offersCommandDefinitions,
  ...motionsCommandDefinitions,
  ...ballotsCommandDefinitions,
  ...readingsCommandDefinitions,
  ...ratificationCommandDefinitions,
  ...injectsCommandDefinitions,
  ...stancesCommandDefinitions,
  ...objectivesCommandDefinitions,
  ...strategyCommandDefinitions,
  ...strikesCommandDefinitions,
}

/** The definition of a command. Give its functions that command and no other: their types cannot check it (`Part`). */
export const commandDefinition = ({ type }: RoomCommand): CommandDefinition<CommandType> => COMMANDS[type]

/** Judges a command. Pure: the same room, command and moment give the same verdict, on which the replay check rests (R10). */
export function decide(state: RoomState | null, command: RoomCommand, moment: Moment): Verdict {
  if (state === null) return command.type === 'openRoom' ? openRoom(command) : refuse('room-not-open')
  const rules = commandDefinition(command)
  if (state.closedAt !== null && !rules.afterClosing) return refuse('room-closed')
  const who = roleOf(state, moment.by)
  if (who.kind === 'removed') return refuse('removed')
  if (who.kind === 'nobody') return refuse('not-in-this-room')
  return rules.decide(state, command, who, moment, wordsIn)
}

/** The rows that open a room: the plan to everyone; briefs, papers and the chair's plan to the chair. A first edition's room issued its briefs to their seats at once (S16). */
function openRoom({ plan, briefs, papers, chairPlan }: CommandOf<'openRoom'>): Verdict {
  if (!isSound(plan)) return refuse('unsound-plan')
  return accept(
    everyone({ type: 'RoomOpened', plan }),
    ...(plan.seating === undefined ? issueBriefs(plan, briefs) : [instructorOnly({ type: 'BriefsPrepared', briefs })]),
    instructorOnly({ type: 'ChairPapersIssued', papers }),
    ...(chairPlan ? [instructorOnly({ type: 'ChairPlanIssued', plan: chairPlan })] : []),
  )
}
