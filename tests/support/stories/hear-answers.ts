/** What understudies say to one sentence of a person: a seminar in which somebody says it early in its round's debate, and no more. */
import { Rehearsal } from '#simulation/bots/rehearsal'
import { actorId, type DelegationId, delegationId } from '#simulation/kernel/ids'
import { defaultChoices, type PlannedRoom, planSeminar } from '#simulation/planning/planning'
import { phaseNow } from '#simulation/state/room-state'
import { START } from '../given'
import { chinaGap } from './china-gap'

export type Sentence = Readonly<{ tension: string; by: string; text: string; to?: string | undefined }>
/** A sentence that is said, and which of the claims that were offered its speaker then names; null: none of them. */
type NamedSentence = Sentence & Readonly<{ names?: string | null | undefined }>
export type Heard = Readonly<{ side: DelegationId; seat: string; text: string; linked: boolean }>

/** Between them they debate every tension; the first that debates it is played. */
const AGENDAS = ['two-sessions', 'seminar-90'] as const
const STUDENT = actorId.parse('p:student')
const CHAIR = actorId.parse('chair:vera')

/** The answers to a sentence, and the words of understudies that say they have none. */
export const hearAnswers = (said: NamedSentence, seed?: number): readonly Heard[] => hear(said, seed).answers

/** The same, and the keys of the claims that its speaker was offered, the likeliest first. */
export function hear(
  { tension, by, text, to, names }: NamedSentence,
  seed = 7_001,
): Readonly<{ answers: readonly Heard[]; offered: readonly string[] }> {
  const scenario = chinaGap()
  const laidOut = AGENDAS.map((agenda) => planSeminar(scenario, defaultChoices(scenario, agenda, seed)))
  const roundIn = ({ plan }: PlannedRoom) =>
    plan.rounds.find(({ key, folded }) => key === tension || folded?.some((each) => each.key === tension))?.key
  const planned = laidOut.find((each) => roundIn(each) !== undefined)
  if (!planned) throw new Error(`${tension} is not debated.`)
  const round = roundIn(planned)
  const room = new Rehearsal(planned, scenario, START)
  const seat = room.state.plan.seats.findLast(({ delegation }) => delegation === by)
  if (!seat) throw new Error(`There is no seat for ${by}.`)
  room.submit(STUDENT, { type: 'takeSeat', seat: seat.id })
  room.submit(CHAIR, { type: 'startPhase', index: 0 })
  let spoken: number | null = null
  while (room.state.agenda.status !== 'finished') {
    const { status, index } = room.state.agenda
    const phase = phaseNow(room.state)
    const talks = phase?.kind === 'floor' || phase?.kind === 'negotiation'
    const debated = status === 'running' && talks && phase.round === round
    if (spoken !== null && !debated) break
    // What lies before this debate is left out.
    if (status === 'between') room.submit(CHAIR, { type: 'startPhase', index: index + 1 })
    else if (!debated) room.submit(CHAIR, { type: 'endPhase', index })
    else room.run(room.now + 2_000)
    const meant = spoken === null ? undefined : room.state.meant[spoken]
    if (spoken !== null && names !== undefined && meant && !meant.named)
      room.submit(STUDENT, { type: 'nameClaim', entry: spoken, claim: names })
    if (!debated || spoken !== null) continue
    const { holder, hands } = room.state.floor
    if (holder?.seat === seat.id) {
      const put = to === undefined ? {} : { to: delegationId.parse(to) }
      const intent = to === undefined ? 'point' : 'question'
      const done = room.submit(STUDENT, { type: 'makeStatement', text, intent, answers: null, ...put, anchors: [] })
      if (!done.ok) throw new Error(`${text}: ${done.rejection}`)
      spoken = room.state.record.length
      room.submit(STUDENT, { type: 'yieldFloor', to: null })
    } else if (hands.every((hand) => hand.seat !== seat.id))
      room.submit(STUDENT, { type: 'askForFloor', intent: 'point', answers: null })
  }
  if (spoken === null) throw new Error(`Nobody came to speak on ${tension}.`)
  const no = spoken
  const unmet = new Set((scenario.hearing?.unmet ?? []).map((word) => word.text))
  const answers = room.state.record.toArray().flatMap(({ event }): Heard[] => {
    if (event.type !== 'StatementMade') return []
    const linked = event.answers === no
    const side = room.state.seats[event.seat]?.delegation
    return side && (linked || unmet.has(event.text)) ? [{ side, seat: event.seat, text: event.text, linked }] : []
  })
  return { answers, offered: room.state.meant[no]?.claims.map(({ key }) => key) ?? [] }
}
