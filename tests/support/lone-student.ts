/** One student among understudies, the head of a delegation, who puts words of their own forward once in the talks; and what comes of it. */
import { Rehearsal } from '#simulation/bots/rehearsal'
import { actorId, type DelegationId, personId } from '#simulation/kernel/ids'
import { lot } from '#simulation/kernel/seeded-random'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { openClauses, standIn, versionIn } from '#simulation/questions/text'
import type { ClauseText, Version } from '#simulation/shapes/text'
import { actingHead, opensNow, type RoomState } from '#simulation/state/room-state'
import { START } from './given'
import { chinaGap } from './stories/china-gap'

const STUDENT = actorId.parse('p:mei')
const CHAIR = actorId.parse('chair:vera')

/** Words of which the scenario knows nothing. */
const PLAIN = [
  'Ministers of the three sides meet each autumn and publish what they discussed.',
  'Each side names one office that answers within two days.',
  'The three sides will tell one another early, and say why.',
  'A joint group reports every six months on what was kept.',
]

export type Answered = Readonly<{
  /** Whether the words were of which the scenario knows nothing. */
  plain: boolean
  /** Whether an understudy asked about them on the floor. */
  asked: boolean
  /** Whether another side came to stand on them. */
  stoodOn: boolean
  /** Whether another side kept its bracket with a reason that may be about them: it could read them, or had asked about them. */
  reason: boolean
}>

/** Null where the student found no open clause. */
export function loneStudent(seed: number): Answered | null {
  const planned = planSeminar(chinaGap(), defaultChoices(chinaGap(), 'seminar-90', seed))
  const room = new Rehearsal(planned, chinaGap(), START)
  const draw = (below: number, what: string) => Math.floor(lot(seed, 'lone-student', what) * below)
  const heads = planned.plan.delegations.flatMap(({ id }) => actingHead(room.state, id)?.id ?? [])
  room.submit(STUDENT, { type: 'takeSeat', seat: heads[draw(heads.length, 'seat')] ?? null })
  room.submit(CHAIR, { type: 'startPhase', index: 0 })
  const seconds = planned.plan.phases.reduce((sum, phase) => sum + phase.seconds, 0)
  const end = START + seconds * 1000 + 1
  while (!opensNow(room.state, 'text') && room.now < end) room.run(room.now + 10_000)
  const { clock } = room.state
  if (!clock) return null
  room.run(room.now + (clock.endsAt - room.now) * (0.1 + 0.6 * lot(seed, 'lone-student', 'when')))
  const open = openClauses(room.state)
  const clause = open[draw(open.length, 'clause')]
  const own = Object.values(room.state.seats).find(({ holder }) => holder === personId.parse('mei'))?.delegation
  if (!clause || !own) return null
  const plain = draw(2, 'kind') === 0
  const words = plain
    ? (PLAIN[draw(PLAIN.length, 'words')] ?? '')
    : borrowed(clause, planned.plan.delegations[draw(3, 'whose')]?.id ?? own)
  const told = room.submit(STUDENT, {
    type: 'putForward',
    ...{ clause: clause.key, words, from: null, cites: null, drafter: null },
  })
  if (!told.ok) throw new Error(`The student may not put words forward: ${told.rejection}`)
  const since = room.rows.length
  room.run(end)
  return { plain, ...whatCame(room, clause.key, own, words, since) }
}

/** Somebody's words with a little more, or one's own first words again. */
function borrowed(clause: ClauseText, of: DelegationId): string {
  const before = versionIn(clause, standIn(clause, of).version) ?? clause.versions[0]
  return `${before?.words ?? ''} The three sides will say so in public.`
}

function whatCame(room: Rehearsal, key: string, own: DelegationId, words: string, since: number) {
  const { state, rows } = room
  const version = versionOf(state, key, words)
  const later = rows.slice(since).map(({ event }) => event)
  const isRead = (chinaGap().communique.clauses.find((clause) => clause.key === key)?.hinges ?? []).some(({ phrase }) =>
    words.toLowerCase().includes(phrase.toLowerCase()),
  )
  const asked = new Set<DelegationId | null>()
  let [stoodOn, reason] = [false, false]
  for (const event of later)
    if (event.type === 'StatementMade' && asksOf(event.text, state, key))
      asked.add(state.seats[event.seat]?.delegation ?? null)
    else if (event.type === 'VersionStoodOn' && event.clause === key && event.delegation !== own)
      stoodOn ||= event.version === version?.id
    else if (event.type === 'BracketKept' && event.clause === key && event.delegation !== own)
      reason ||= event.reason !== null && (isRead || asked.has(event.delegation))
    else if (event.type === 'StandsTraded')
      stoodOn ||= event.moves.some(
        (move) => move.clause === key && move.delegation !== own && move.version === version?.id,
      )
  return { asked: asked.size > 0, stoodOn, reason }
}

const versionOf = ({ clauses }: RoomState, key: string, words: string): Version | undefined =>
  clauses.find((clause) => clause.key === key)?.versions.findLast((version) => version.words === words)

const asksOf = (text: string, { clauses }: RoomState, key: string): boolean =>
  text.includes(`“${clauses.find((clause) => clause.key === key)?.heading}”`) && text.includes('commit')
