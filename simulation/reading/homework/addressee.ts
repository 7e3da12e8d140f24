// To whom a question is put, as far as its words tell: the party that they name, or else the one that it answers (T9).

import { delegationIds } from '../../agenda/parties'
import type { RoomPlan } from '../../agenda/plan'
import type { DelegationId, Intent } from '../../kernel/ids'
import type { RoomState } from '../../state/room-state'
import { answeredIn } from '../../topics/statements/statements'

type WithNames = Pick<RoomPlan, 'delegations'>

/** The other delegations that a text names, in the order in which it first names them. */
function namedIn({ delegations }: WithNames, own: DelegationId | null, text: string): readonly DelegationId[] {
  return delegations
    .filter(({ id }) => id !== own)
    .map(({ id, name, short, capital, alsoCalled = [] }) => ({
      id,
      at: Math.min(...[name, short, capital, ...alsoCalled].map((called) => placeOf(called, text))),
    }))
    .filter(({ at }) => at < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.at - b.at)
    .map(({ id }) => id)
}

/** The other delegation that a text calls by its name, at the head of a sentence or the end of a question (*Harbour, what …?*); null where it calls none, or several. */
export function calledIn({ delegations }: WithNames, own: DelegationId | null, text: string): DelegationId | null {
  const called = delegations.filter(
    ({ id, name, short, capital, alsoCalled = [] }) =>
      id !== own && [name, short, capital, ...alsoCalled].some((each) => calls(each, text)),
  )
  return called.length === 1 ? (called[0]?.id ?? null) : null
}

/** Whether a name stands alone at the head of a sentence, or behind the last comma of a question: whoever bears it is spoken to. */
function calls(called: string, text: string): boolean {
  const name = escaped(called)
  const head = `(?:^|[.!?…;:。！？；])["“”'’)\\s]*${name}\\s*[,.:;!?…—–、，。：；！？]`
  const end = `[,、，]\\s*${name}\\s*[?？]`
  return new RegExp(`${head}|${end}`, called.length <= SHORT_NAME ? 'u' : 'iu').test(text)
}
/** A name of so many letters or fewer stands in capitals: in small ones it may be another word. */
const SHORT_NAME = 4

/** Whom a question asks: the party that it calls, else of those that its words name the one that it answers or names first, else whom it answers; null where neither. */
export function addresseeOf(
  plan: WithNames,
  own: DelegationId | null,
  text: string,
  answered: DelegationId | null,
): DelegationId | null {
  const called = calledIn(plan, own, text)
  if (called) return called
  const named = namedIn(plan, own, text)
  const other = answered !== null && answered !== own && delegationIds(plan).includes(answered) ? answered : null
  if (named.length === 0) return other
  return other !== null && named.includes(other) ? other : (named[0] ?? null)
}

/** Whom a statement asks while it is written: whom its writer chose, or nobody where they chose so (`null`), else what its words tell. */
export function askedIn(
  state: RoomState,
  own: DelegationId | null,
  { text, intent, answers, to }: Written,
): DelegationId | null {
  if (intent !== 'question') return null
  return to === undefined ? addresseeOf(state.plan, own, text, answeredIn(state, answers)) : to
}

type Written = Readonly<{ text: string; intent: Intent; answers: number | null; to?: DelegationId | null | undefined }>

/** Where a name begins in a text; infinitely far where it does not stand there. A short one must stand there whole and in capitals; of a longer one an ending may follow. */
function placeOf(called: string, text: string): number {
  // Scripts that set no spaces between words have no boundary to look for.
  const spaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(called)
  const whole = called.length <= SHORT_NAME ? '(?![\\p{L}])' : ''
  const pattern = spaced ? `(?<![\\p{L}])${escaped(called)}${whole}` : escaped(called)
  const at = text.search(new RegExp(pattern, called.length <= SHORT_NAME ? 'u' : 'iu'))
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

const escaped = (called: string): string => called.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
