// Words that people wrote and in which understudies find none of the scenario's hinges: one of them asks on the floor what the words commit
// their side to, and after that each stands where most of the people do (rule U16).

import { delegationIds, delegationOf } from '../agenda/parties'
import { type DelegationId, personOfActor } from '../kernel/ids'
import { openClauses, stoodOn } from '../questions/text'
import type { ClauseText, Version } from '../shapes/text'
import { actingHead, opensNow } from '../state/room-state'
import { draw, playedSeats, type UnderstudyContext } from './understudy-context'
import { hingesIn } from './understudy-wording'

/** How long an understudy waits for an answer to its question, and how long where nobody could ask; in milliseconds at class speed. */
const ANSWER_MS = 45_000
const UNASKED_MS = 90_000

/** Whether people wrote it, and it holds none of the clause's hinges. */
export const isUnread = (context: UnderstudyContext, clause: ClauseText, version: Version): boolean =>
  !version.given && version.by !== null && hingesIn(context, clause, version.words).length === 0

/** The newest version that people of another side wrote and that somebody else stands on. */
export function writtenByOthers(context: UnderstudyContext, clause: ClauseText, own: DelegationId): Version | null {
  const stood = stoodOn(context.state.plan, clause).flatMap(({ version, delegations }) =>
    version && delegations.some((each) => each !== own) ? [version] : [],
  )
  return stood.filter(({ given, by }) => !given && by !== null && by !== own).toSorted((a, b) => b.at - a.at)[0] ?? null
}

/** What one of a delegation's understudies has to ask next; null where it has nothing to ask. */
export function questionOf(context: UnderstudyContext, delegation: DelegationId): string | null {
  if (!opensNow(context.state, 'text')) return null
  for (const clause of openClauses(context.state)) {
    const version = writtenByOthers(context, clause, delegation)
    if (!version || !isUnread(context, clause, version) || askerOf(context, clause, version) !== delegation) continue
    const question = questionAbout(context, clause, version)
    if (question !== null && askedAt(context, question, version) === null) return question
  }
  return null
}

/**
 * U16: the version on which most of the people stand, where it is one that understudies cannot read, and from when on they follow; null
 * where people stand apart.
 */
export function followed(
  context: UnderstudyContext,
  clause: ClauseText,
  own: DelegationId,
): { version: Version; at: number } | null {
  const version = mostPeopleOn(context, clause)
  if (!version || version.by === own || !isUnread(context, clause, version)) return null
  const question = questionAbout(context, clause, version)
  const asked = question === null ? null : askedAt(context, question, version)
  if (asked === null) return { version, at: Math.round(version.at + UNASKED_MS * context.pace) }
  const answered = answeredAt(context, version, asked)
  return { version, at: answered ?? Math.round(asked + ANSWER_MS * context.pace) }
}

/** The version on which more than half of the delegations stand for which people act. */
function mostPeopleOn({ state }: UnderstudyContext, clause: ClauseText): Version | null {
  const people = delegationIds(state.plan).filter((each) => actingHead(state, each)?.holder != null)
  const most = stoodOn(state.plan, clause).find(
    ({ delegations }) => 2 * delegations.filter((each) => people.includes(each)).length > people.length,
  )
  return most?.version ?? null
}

/** The side whose understudies ask: one of those that have any, by the room's seed. */
function askerOf(context: UnderstudyContext, { key }: ClauseText, version: Version): DelegationId | null {
  const sides = delegationIds(context.state.plan).filter(
    (each) => each !== version.by && playedSeats(context.state, each).length > 0,
  )
  return sides[draw(context, sides.length, 'asks', key, version.id)] ?? null
}

function questionAbout({ scenario }: UnderstudyContext, { heading }: ClauseText, { by }: Version): string | null {
  const side = by === null ? undefined : delegationOf(scenario, by)?.capital
  const { question } = scenario.communique
  if (question === undefined || side === undefined) return null
  return question.replaceAll('{clause}', () => heading).replaceAll('{side}', () => side)
}

/** When this was asked of a version; null before. */
function askedAt({ state }: UnderstudyContext, question: string, { at }: Version): number | null {
  const asked = state.record.findLast(({ event }) => event.type === 'StatementMade' && event.text === question)
  return asked && asked.at >= at ? asked.at : null
}

/** When a person of the version's side first said something after it was asked; null before. */
function answeredAt({ state }: UnderstudyContext, { by }: Version, asked: number): number | null {
  let answered: number | null = null
  for (let index = state.record.length - 1; index >= 0; index -= 1) {
    const entry = state.record.at(index)
    if (!entry || entry.at < asked) break
    const { event } = entry
    if (
      event.type === 'StatementMade' &&
      personOfActor(entry.by) !== null &&
      state.seats[event.seat]?.delegation === by
    )
      answered = entry.at
  }
  return answered
}
