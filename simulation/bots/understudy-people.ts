// What understudies say to people (rules U8, U11 to U13). An answer is one that the scenario holds for that claim and that side; to all
// else an understudy says that it has none, or nothing.

import type { DelegationId } from '../kernel/ids'
import type { Claim, Scenario } from '../scenario/scenario'
import { seatsIn } from '../state/room-state'
import { answeredClaim, answersOf } from './claim-match'
import { draw, playedSeats, type UnderstudyContext } from './understudy-context'
import { type HeardStatement, termAsked } from './understudy-hearing'
import type { Candidate, Saying, SpokenLines } from './understudy-saying'

/** What a delegation has to say to what people said, the oldest statement first. */
export function toPeople(
  context: UnderstudyContext,
  delegation: DelegationId,
  heard: readonly HeardStatement[],
  said: SpokenLines,
): readonly Candidate[] {
  return heard.flatMap((statement): Candidate[] => {
    if (statement.answeredBy.has(delegation)) return []
    const answers = statement.no
    const sayings = answersTo(context, delegation, statement).filter(({ text }) => !said.has(text))
    if (sayings.length > 0)
      return sayings.map((line) => ({ line, answers, rank: 'to-a-person', fit: 0, heard: answers }))
    return unmetWords(context, delegation, statement, said).map((unmet) => ({
      ...{ ...unmet, answers: null, heard: answers },
      rank: 'unmet',
    }))
  })
}

function answersTo(context: UnderstudyContext, delegation: DelegationId, heard: HeardStatement): readonly Saying[] {
  const { scenario } = context
  if (heard.delegation === delegation) return ownSide(scenario, delegation, heard)
  // U13: what a word means is told by the asker's own side.
  if (!heard.isSaid && termAsked(scenario, heard)) return []
  // U11: a question that says to whom is nobody else's.
  if (heard.to !== null && heard.to !== delegation) return []
  // An offer is taken or declined by the side for which it is meant.
  if (heard.isOffer && heard.towards !== delegation) return []
  const answered = (claim: Claim, by: DelegationId) => answersOf(claim, by, heard.delegation)
  const met = answeredClaim(heard.met, (claim) => answered(claim, delegation).length > 0)
  if (!met) return []
  // A mistake is put right once, and answered in no other way.
  const isWrong = heard.met[0]?.claim.kind === 'mistake'
  if (isWrong && (met.claim.kind !== 'mistake' || heard.answeredBy.size > 0)) return []
  // Whom it is said to answers first; the others after it, unless it has nothing to say.
  const { towards, answeredBy } = heard
  if (heard.to === null && towards !== null && towards !== delegation && answeredBy.size === 0) {
    const first = answeredClaim(heard.met, (claim) => answered(claim, towards).length > 0)
    if (first && playedSeats(context.state, towards).length > 0) return []
  }
  return sayingsOf(met.claim, answered(met.claim, delegation))
}

/** U13: what a colleague of the speaker's own side says: what a word means, or that something is not so. */
function ownSide(scenario: Scenario, delegation: DelegationId, heard: HeardStatement): readonly Saying[] {
  const term = heard.isSaid ? null : termAsked(scenario, heard)
  if (term) {
    const { text, anchors, facts } = term
    return [{ id: `term.${term.term}`, seat: null, text, intent: 'point', to: null, anchors, facts }]
  }
  const met = answeredClaim(heard.met, (claim) => claim.kind === 'mistake')
  if (!met || heard.to !== null || heard.answeredBy.size > 0) return []
  // U21: whom it was said to puts it right, where they have the words.
  const asked = heard.addressed
  if (asked !== null && asked !== delegation && answersOf(met.claim, asked, delegation).length > 0) return []
  return sayingsOf(
    met.claim,
    answersOf(met.claim, delegation, delegation).filter(({ seat }) => seat !== heard.seat),
  )
}

const sayingsOf = (claim: Claim, answers: Claim['answers']): readonly Saying[] =>
  answers.map((answer) => ({ ...answer, id: `${claim.key}.${answer.seat}`, to: null }))

/** How far words that were said before stand behind those that were not. */
const MOST_BEHIND = 9

/**
 * U12, U22: what a delegation says to what is put to it and for which it has no answer; once for all that came before. The office whose
 * tension it is speaks first; what was said already is said again only where nothing is left, the oldest first.
 */
function unmetWords(
  context: UnderstudyContext,
  delegation: DelegationId,
  heard: HeardStatement,
  said: SpokenLines,
): readonly Unmet[] {
  const { scenario, state } = context
  const owed = heard.addressed ?? (heard.isOffer ? heard.towards : null)
  const asks = heard.isOffer || heard.isQuestion
  // Where people sit on that side, they answer what is no question themselves.
  const peopleAnswer = !asks && seatsIn(state, delegation).some(({ holder }) => holder !== null)
  if (!scenario.hearing || owed !== delegation || peopleAnswer) return []
  const own = scenario.hearing.unmet.filter(({ seat }) => seat.startsWith(`${delegation}.`))
  const saidAt = (text: string) => Number(said.get(text)?.no ?? 0)
  if (own.some(({ text }) => saidAt(text) > heard.no) || (!heard.isSaid && termAsked(scenario, heard))) return []
  const again = own.map(({ text }) => text).toSorted((a, b) => saidAt(a) - saidAt(b))
  const offices = new Set(own.flatMap((word) => (isOnTension(word, heard) ? [word.seat] : [])))
  return own
    .filter((word) => isOnTension(word, heard) || isFor(word, heard))
    .map((word, place) => ({
      line: {
        ...{ seat: word.seat, text: word.text, intent: 'point' as const, to: null, anchors: [] },
        id: `unmet.${place}.${draw(context, 100, 'unmet', heard.no, place)}`,
      },
      fit: said.has(word.text)
        ? -Math.min(MOST_BEHIND, again.indexOf(word.text))
        : fitOf(word, heard) + (offices.has(word.seat) ? 1 : 0),
    }))
}

const isOnTension = (word: UnmetWord, { tensions }: HeardStatement): boolean =>
  word.to === 'anything' && tensions.includes(word.tension)

/** How well words fit: to an offer those for offers, else those on the tension that is likely meant, on the round's others, on none. */
function fitOf(word: UnmetWord, { isOffer, likely }: HeardStatement): number {
  if (word.to !== 'anything') return word.to === 'offer' ? 6 : 0
  return word.tension === likely && !isOffer ? 4 : 2
}

type UnmetWord = NonNullable<Scenario['hearing']>['unmet'][number]
type Unmet = Readonly<{ line: Saying; fit: number }>

/** Whether an office's words about no tension in particular fit what was put to it. */
function isFor({ to }: UnmetWord, heard: HeardStatement): boolean {
  if (heard.isOffer) return to === 'offer'
  return to === 'question' || (to === 'figure' && heard.asksFigure)
}
