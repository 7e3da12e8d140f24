/** A student who does what "now" asks and nothing else: for each task the command that does it, from what that student knows. */
import { officeOf } from '#simulation/agenda/plan'
import type { PersonId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/kernel/room-command'
import { clauseIn, type RoomState, reflectionKey, type Seat, seatHeldBy } from '#simulation/kernel/room-state'
import type { Task } from '#simulation/reading/asked'
import { formStart } from '#simulation/reading/filings'
import { unmarkedBy } from '#simulation/reading/own-view'
import { choiceIn } from '#simulation/topics/communique/questions'

/** Null where the task asks for no command: to read, to look, to listen, to wait for one's turn. */
export function doing(state: RoomState, person: PersonId, task: Task): ClientCommand | null {
  const seat = seatHeldBy(state, person)
  switch (task.kind) {
    case 'choose-seat':
    case 'draw-seat':
      return { type: 'takeSeat', seat: null }
    case 'own-view': {
      const [round] = unmarkedBy(state, person, task.when)
      return round === undefined ? null : { type: 'markStance', round, value: task.when === 'before' ? 1 : 0.5 }
    }
    case 'file':
    case 'propose':
      return seat && position(state, seat, task)
    case 'speak':
      return { type: 'makeStatement', text: 'Our position stands.', intent: 'point', answers: null, anchors: [] }
    case 'ask-for-floor':
      return { type: 'askForFloor', intent: 'point', answers: null }
    case 'talk-in-caucus':
      return { type: 'speakInCaucus', text: 'Heard, and agreed.' }
    case 'settle':
      return seat && task.acts ? choice(state, seat) : null
    case 'cast':
    case 'advise':
      return seat && vote(state, seat, task.kind)
    case 'reflect': {
      const prompts = state.plan.reflectionPrompts.keys()
      const prompt = [...prompts].find((one) => state.reflections[reflectionKey(person, one)] === undefined)
      return prompt === undefined ? null : { type: 'writeReflection', prompt, text: 'A phrase can cost a friend.' }
    }
    case 'await-seat':
    case 'await-start':
    case 'await-phase':
    case 'look-back':
    case 'ended':
    case 'read-brief':
    case 'watch':
    case 'observe':
    case 'give-words':
    case 'owe-words':
    case 'look':
    case 'proposed':
    case 'filed':
    case 'open':
    case 'listen':
    case 'in-queue':
    case 'settled':
    case 'voted':
    case 'reflected':
    case 'look-back-together':
      return null
    default:
      return task satisfies never
  }
}

/** As the form stands when it opens, with a word of one's own. */
function position(
  state: RoomState,
  { delegation, title }: Seat,
  { kind, round, stage }: Extract<Task, { round: unknown }>,
): ClientCommand | null {
  if (delegation === null) return null
  const start = formStart(state, round, stage, delegation).position
  const type = kind === 'file' ? 'filePosition' : 'draftPosition'
  return { type, round, stage, ...start, text: `So the ${title} reads it.` }
}

/** Everybody takes the words of whoever stands first, so that each bracket closes. */
function choice(state: RoomState, { delegation }: Seat): ClientCommand | null {
  const [first] = state.plan.delegations
  if (!first || delegation === null) return null
  const open = state.plan.communique.clauses.find(({ key }) => {
    const clause = clauseIn(state, key)
    return clause && choiceIn(clause, delegation).text !== first.id
  })
  return open ? { type: 'chooseText', clause: open.key, text: first.id } : null
}

function vote(state: RoomState, seat: Seat, kind: 'cast' | 'advise'): ClientCommand | null {
  const { delegation } = seat
  if (delegation === null) return null
  const open = state.plan.communique.clauses.find(({ key }) => {
    const clause = clauseIn(state, key)
    return (kind === 'cast' ? clause?.ballots[delegation] : clause?.advice[officeOf(seat)]) === undefined
  })
  if (!open) return null
  return kind === 'cast'
    ? { type: 'castBallot', clause: open.key, vote: 'for', reason: null }
    : { type: 'adviseBallot', clause: open.key, vote: 'for' }
}
