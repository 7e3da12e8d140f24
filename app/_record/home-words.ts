// The text judged at home, in words: what became of the whole, how each side decided, its cards, and what its members voted and why.
import { andList } from '#format/lists'
import type { Translate } from '#format/translate'
import type { RoomPlan } from '#simulation/agenda/plan'
import { tallyOf, type WholeOutcome } from '#simulation/questions/ratification'
import type { JudgedSide } from '#simulation/shapes/ratification/schemas'
import { delegationIn } from '#ui/delegations.ts'
import { capitalOf, titleOf } from './names-in-plan'

type Says = { record: Translate<'record'>; locale: string; plan: RoomPlan }

/** "Signed, not ratified by Belmora". */
export function homeTitle({ record, locale, plan }: Says, { kind, refused, byChair }: WholeOutcome): string {
  const who = refused.map((id) => delegationIn(plan, id)?.name ?? id)
  if (kind === 'not-ratified') return record('home.title.not-ratified', { who: andList(locale, who) })
  return record(`home.title.${kind === 'ratified' && byChair.length > 0 ? 'byChair' : kind}`)
}

/** How a side decided: "Belmora did not ratify, one to three." */
export function sideWords(says: Says, side: JudgedSide): string {
  const { record } = says
  const values = { capital: capitalOf(says.plan, side.delegation), ...tallyOf(side) }
  const { outcome, by } = side
  if (outcome === 'not-signed' || by === null) return record('home.not-signed', values)
  if (outcome === 'ratified') return record(`home.ratified.${by}`, values)
  // A head that voted nothing has not refused.
  return record(`home.refused.${by === 'signature' ? 'head' : by}`, values)
}

type Card = JudgedSide['cards'][number]
export const cardWords = ({ record }: Says, { holder, asks }: Card): string => record('home.card', { holder, asks })
export const metWords = ({ record }: Says, { met }: Pick<Card, 'met'>): string =>
  record(`home.met.${met === null ? 'judged' : met ? 'yes' : 'no'}`)

/** A vote and its reason: "Finance Minister: refuse. “A polite limit is a limit.”" */
export function homeVoteWords(says: Says, { seat, vote, reason }: JudgedSide['votes'][number]): string {
  const said = says.record(`home.vote.${vote ?? 'none'}`, { title: titleOf(says.plan, seat) })
  return reason === null ? `${said}.` : says.record('home.because', { said, reason })
}

/** Everything about a side beneath how it decided, a line each. */
export const sideLines = (says: Says, side: JudgedSide): readonly string[] => [
  ...side.cards.map((card) => `${cardWords(says, card)} ${metWords(says, card)}`),
  ...side.votes.map((vote) => homeVoteWords(says, vote)),
  ...(side.reason === null ? [] : [says.record('home.decided', { reason: side.reason })]),
]

/** The paragraph of the issued page. Of those who refused, the first reason stands beside them. */
export function atHomeWords(says: Says, sides: readonly JudgedSide[]): readonly string[] {
  const { record, locale } = says
  const sideOf = (side: JudgedSide): string => {
    const values = { capital: capitalOf(says.plan, side.delegation), ...tallyOf(side) }
    const how = record(`home.page.side.${side.by ?? 'signature'}`, values)
    const why = side.reason ?? (side.outcome === 'refused' ? reasonFor(side) : null)
    return why === null ? how : record('home.page.because', { side: how, reason: why })
  }
  const of = (outcome: JudgedSide['outcome']) => sides.filter((side) => side.outcome === outcome).map(sideOf)
  const [ratified, refused] = [of('ratified'), of('refused')]
  if (ratified.length + refused.length === 0) return [record('home.page.not-signed')]
  const who = (list: readonly string[]) => ({ who: andList(locale, list) })
  return [
    ...(ratified.length > 0 ? [record('home.page.ratified', who(ratified))] : []),
    ...(refused.length > 0 ? [record('home.page.refused', who(refused))] : []),
  ]
}

/** The first reason given for what a side decided. */
export const reasonFor = ({ votes, outcome }: JudgedSide): string | null =>
  votes.find(({ vote, reason }) => reason !== null && (vote === 'refuse') === (outcome === 'refused'))?.reason ?? null
