// H14: what people have left typed when a homework phase ends is handed in as it stands, each in its writer's name, as of the last moment
// before the end. The server reads what was typed; what may be handed in is decided here.
import type { Moment } from '../../kernel/moment'
import { handsIn, postsWith } from '../../questions/homework'
import { reflectionPhase } from '../../questions/stances'
import type { LeftWork } from '../../shapes/hand-in'
import type { NewRow } from '../../shapes/record'
import type { RoomEvent } from '../../shapes/room-event'
import { refuse, type Verdict } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { lastMoment } from '../../state/clock'
import { positionFile, type RoomState, reflectionKey } from '../../state/room-state'
import { postStatement } from '../homework/homework'
import { draftPosition } from '../positions/positions'
import { writeReflection } from '../stances/stances'
import type { Rule } from '../topic'

export const handIn: Rule<'handIn'> = (state, { work }, who, moment) => {
  const person = who.kind === 'seat' || who.kind === 'unseated' ? who.person : null
  if (person === null || !handsIn(state, person, phaseOf(state, work))) return refuse('wrong-phase')
  const inTime = { ...moment, at: lastMoment(state, moment.at) }
  const verdict = decided(state, work, who, inTime)
  if (!verdict.ok) return verdict
  return { ok: true, rows: verdict.rows.map(marked) }
}

/** The phase for which work is handed in. */
function phaseOf({ plan, agenda }: RoomState, work: LeftWork): number {
  switch (work.type) {
    case 'postStatement':
      return work.phase
    case 'draftPosition':
      return agenda.index // it is refused where no positions are filed
    case 'writeReflection':
      return reflectionPhase(plan)
    default:
      return work satisfies never
  }
}

function decided(state: RoomState, work: LeftWork, who: ActorRole, moment: Moment): Verdict {
  switch (work.type) {
    case 'postStatement':
      // A page that was closed at once keeps what it sent a moment longer.
      if (postsWith(state, moment.by, work).length > 0) return refuse('nothing-changed')
      return postStatement(state, work, who, moment)
    case 'draftPosition':
      if (work.text === '') return refuse('empty-words')
      return isProposed(state, work, who) ? refuse('nothing-changed') : draftPosition(state, work, who, moment)
    case 'writeReflection':
      return isReflected(state, work, who) ? refuse('nothing-changed') : writeReflection(state, work, who, moment)
    default:
      return work satisfies never
  }
}

function isProposed(state: RoomState, work: LeftWork & { type: 'draftPosition' }, who: ActorRole): boolean {
  const delegation = who.kind === 'seat' ? who.seat.delegation : null
  if (delegation === null) return false
  const { drafts, filed } = positionFile(state, work.round, work.stage, delegation)
  const known = [...drafts.map(({ position }) => position), ...(filed ? [filed.position] : [])]
  return known.some(
    ({ value, text, redLine }) => value === work.value && text === work.text && redLine === work.redLine,
  )
}

const isReflected = (state: RoomState, { prompt, text }: LeftWork & { type: 'writeReflection' }, who: ActorRole) =>
  (who.kind === 'seat' || who.kind === 'unseated') &&
  who.person !== null &&
  state.reflections[reflectionKey(who.person, prompt)]?.text === text

const marked = ({ event, ...row }: NewRow): NewRow => ({ ...row, event: markedEvent(event) })

function markedEvent(event: RoomEvent): RoomEvent {
  if (event.type === 'PostSealed' || event.type === 'StatementPosted') return { ...event, handedIn: true }
  if (event.type === 'PositionDrafted' || event.type === 'ReflectionWritten') return { ...event, handedIn: true }
  return event
}
