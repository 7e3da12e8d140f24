// What understudies say on the floor about the text that is written beside it, and about the numbers on the wall: an offer and its answer, why
// a bracket stays, and how far the sides of the focus stand apart in the round (rule U30).

import { delegationIds, delegationOf, focusOf } from '../agenda/parties'
import type { DelegationId, TensionKey } from '../kernel/ids'
import { latestValues } from '../reading/log/gap'
import type { Offer } from '../shapes/offers'
import { clauseIn } from '../state/room-state'
import { draw, type UnderstudyContext } from './understudy-context'
import type { Candidate, SpokenLines } from './understudy-saying'

/** What a delegation has to say of the text and of the numbers; nothing where the scenario has no words for it. */
export function ofText(
  context: UnderstudyContext,
  delegation: DelegationId,
  round: TensionKey,
  said: SpokenLines,
): readonly Candidate[] {
  const texts = [
    ...offersSpoken(context, delegation, said),
    ...focusSpoken(context, delegation, round),
    ...bracketSpoken(context, delegation),
  ]
  return texts
    .filter(({ text }) => !said.has(text))
    .map(({ text, answers }, place) => ({
      line: { id: text, seat: null, text, intent: 'point', to: null, anchors: [] },
      ...{ answers, rank: 'reply', fit: AHEAD - place },
    }))
}

/** Before the replies, of which there are many: a round is short, and an offer waits for nobody. */
const AHEAD = 16

type LineOnText = { text: string; answers: number | null }

const wordsOf = ({ scenario }: UnderstudyContext, delegation: DelegationId) => scenario.communique.spoken?.[delegation]

/** A template of the scenario with what stands for its names. */
const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, () => value), template)

/** The offers of this phase that this side made, and those that it has answered. */
function offersSpoken(context: UnderstudyContext, delegation: DelegationId, said: SpokenLines): readonly LineOnText[] {
  const { state } = context
  return state.offers
    .filter(({ phase }) => phase === state.agenda.index)
    .flatMap((offer): LineOnText[] => {
      const made = madeWords(context, offer)
      if (offer.from === delegation) return made === null ? [] : [{ text: made, answers: null }]
      const kind = offer.answer === 'accepted' ? 'accepts' : offer.answer === 'refused' ? 'declines' : null
      const words = offer.to === delegation && kind ? wordsOf(context, delegation)?.[kind] : undefined
      if (words === undefined) return []
      const answers = made === null ? undefined : said.get(made)?.no
      const text = filled(words, named(context, offer.from, offer.theirs, offer.ours))
      return [{ text, answers: answers === undefined ? null : Number(answers) }]
    })
}

function madeWords(context: UnderstudyContext, { from, to, ours, theirs }: Offer): string | null {
  const words = wordsOf(context, from)?.offer
  return words === undefined ? null : filled(words, named(context, to, ours, theirs))
}

/** What stands for the names of an offer's words, for the side that gives `given` and takes `taken`. */
function named(
  { state }: UnderstudyContext,
  other: DelegationId,
  given: Offer['ours'],
  taken: Offer['ours'],
): Record<string, string> {
  const names = (stands: Offer['ours']) =>
    stands.map(({ clause: key }) => {
      const clause = clauseIn(state, key)
      return clause?.name ?? clause?.heading ?? key
    })
  return {
    side: delegationOf(state.plan, other)?.capital ?? other,
    give: names(given).join(', '),
    take: names(taken).join(', '),
  }
}

/** Why one of this side's brackets stays: of those with a reason, one by the room's seed. */
function bracketSpoken(context: UnderstudyContext, delegation: DelegationId): readonly LineOnText[] {
  const { state } = context
  const kept = state.clauses.flatMap(({ key, name, heading, stands }) => {
    const reason = stands[delegation]?.reason
    return reason ? [{ key, clause: name ?? heading, reason }] : []
  })
  const [first] = kept.toSorted((a, b) => draw(context, 100, 'said', a.key) - draw(context, 100, 'said', b.key))
  const words = wordsOf(context, delegation)?.holds
  return first && words ? [{ text: filled(words, { clause: first.clause, reason: first.reason }), answers: null }] : []
}

/** How the members of the focus stand in the round, by what was revealed; said by one side, which the room's seed names. */
function focusSpoken(context: UnderstudyContext, delegation: DelegationId, round: TensionKey): readonly LineOnText[] {
  const { state } = context
  const ids = delegationIds(state.plan)
  if (ids[draw(context, ids.length, 'focus', round)] !== delegation) return []
  const { values } = latestValues(state, round)
  const [one, other] = focusOf(state.plan).members.map((id) => values[id])
  const words = wordsOf(context, delegation)
  if (!words || one === undefined || other === undefined) return []
  const steps = Math.abs(one - other)
  const names = { one: withSign(one), other: withSign(other), steps: String(steps) }
  return [{ text: filled(steps === 0 ? words.together : words.apart, names), answers: null }]
}

/** A value as it stands on the wall, with its sign, and 0 without one. */
const withSign = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0')
