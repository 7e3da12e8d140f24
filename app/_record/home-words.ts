// The text judged at home, in words: what became of the whole, how each side decided, its cards, and what its members voted and why.
import { andList } from '#format/lists'
import type { Translate } from '#format/translate'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId, SeatId } from '#simulation/kernel/ids'
import { tallyOf, type WholeOutcome } from '#simulation/questions/ratification'
import type { JudgedSide } from '#simulation/shapes/ratification'
import { capitalOf, titleOf } from './names-in-plan'

type Says = { record: Translate<'record'>; locale: string; plan: RoomPlan }

/** "Signed, not ratified by Arnport"; where the chair decided for sides of that outcome, it says for which. */
export function homeTitle({ record, locale, plan }: Says, { kind, refused, byChair }: WholeOutcome): string {
  const capitals = (ids: readonly DelegationId[]) =>
    andList(
      locale,
      ids.map((id) => capitalOf(plan, id)),
    )
  const decided = kind === 'not-ratified' ? refused.filter((id) => byChair.includes(id)) : byChair
  return record(`home.title.${kind}`, {
    who: capitals(refused),
    chair: decided.length === 0 ? 'none' : decided.length === refused.length ? 'all' : 'some',
    decided: capitals(decided),
  })
}

type By = NonNullable<JudgedSide['by']>

/** What a side decided and who decided it. A head that voted nothing has not refused. */
export function howDecided({
  outcome,
  by,
}: JudgedSide): 'not-signed' | `ratified.${By}` | `refused.${Exclude<By, 'signature'>}` {
  if (outcome === 'not-signed' || by === null) return 'not-signed'
  return outcome === 'ratified' ? `ratified.${by}` : `refused.${by === 'signature' ? 'head' : by}`
}

/** How a side decided: "Belmora did not ratify, one to three." */
export const sideWords = ({ record, plan }: Says, side: JudgedSide): string =>
  record(`home.${howDecided(side)}`, { capital: capitalOf(plan, side.delegation), ...tallyOf(side) })

type Card = JudgedSide['cards'][number]
const cardWords = ({ record }: Says, { holder, asks }: Card): string => record('home.card', { holder, asks })
export const metWords = ({ record }: Says, { met }: Pick<Card, 'met'>): string =>
  record(`home.met.${met === null ? 'judged' : met ? 'yes' : 'no'}`)

/** A vote and its reason: "Finance Minister: refuse. “A polite limit is a limit.”" */
function homeVoteWords(says: Says, { seat, vote, reason }: JudgedSide['votes'][number]): string {
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
    const why = side.reason ?? (side.outcome === 'refused' ? reasonFor(side)?.reason : null) ?? null
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

/** The first reason given for what a side decided, and by whom; null where its votes did not decide. */
export function reasonFor({ votes, outcome, by }: JudgedSide): { seat: SeatId; reason: string } | null {
  if (by !== 'members' && by !== 'head') return null
  const decisive = outcome === 'refused' ? 'refuse' : 'ratify'
  for (const { seat, vote, reason } of votes) if (vote === decisive && reason !== null) return { seat, reason }
  return null
}
