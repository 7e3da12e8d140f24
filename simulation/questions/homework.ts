// What screens and other topics may ask of a homework debate, as the rules themselves decide it: deadlines, what counts as late, what an
// extension could give, and who leads which tension.

import { asksForReflections, ruleOf } from '../agenda/phase-kinds'
import type { Requirement, RoomPlan } from '../agenda/plan'
import { type ActorId, type PersonId, personOfActor, type TensionKey } from '../kernel/ids'
import { HOUR_MS, MINUTE_MS } from '../kernel/time'
import type { Revised, SealedPost } from '../shapes/homework'
import type { EventOf } from '../shapes/room-event'
import type { Seat } from '../shapes/seats'
import type { Rejection } from '../shapes/verdict'
import { hasEnded } from '../state/clock'
import { isPublicNumber } from '../state/numbered-entries'
import { isRunning, type RoomState, seatHeldBy } from '../state/room-state'

/** H1, H4, H9: when a phase is due for everyone; null in a seminar, whose phases last their seconds. */
export const dueAt = (state: RoomState, phase: number): number | null =>
  state.endedEarly[phase] ?? state.moved[phase] ?? state.plan.phases[phase]?.dueAt ?? null

/** H1, H15: when a phase opens; null in a seminar. */
export const opensAt = ({ openings, plan }: RoomState, phase: number): number | null =>
  openings[phase] ?? plan.phases[phase]?.opensAt ?? null

export const extensionKey = (who: PersonId, phase: number): string => `${who}/${phase}`

/** H16: whether what comes once a part was over is late whatever its new date: it was sealed, and its end has opened it. */
const wasSealed = ({ plan }: RoomState, index: number): boolean => {
  const phase = plan.phases[index]
  return plan.postFirst && phase !== undefined && ruleOf(phase).weekPosts === 'openings'
}

/** H5, H16: when a phase is due for this person; for nobody in particular, when it is due for all. */
export function dueFor(state: RoomState, phase: number, who: PersonId | null): number | null {
  const due = dueAt(state, phase)
  const extended = who === null ? undefined : state.extensions[extensionKey(who, phase)]
  const reopened = wasSealed(state, phase) ? undefined : state.reopened[phase]
  return due === null ? null : Math.max(due, extended ?? due, reopened ?? due)
}

/**
 * H32: until when somebody with extra time has a part of which late work is taken, in whole minutes; null without any. It is counted from
 * the date itself: a part that is ended early does not shorten it.
 */
export function extraTimeUntil(state: RoomState, who: PersonId, phase: number): number | null {
  const percent = state.extraTime[who]?.percent ?? 0
  const due = state.moved[phase] ?? state.plan.phases[phase]?.dueAt ?? null
  const opens = opensAt(state, phase)
  if (percent === 0 || due === null || opens === null || due <= opens || !takesLate(state, phase)) return null
  return due + Math.ceil(((due - opens) * percent) / 100 / MINUTE_MS) * MINUTE_MS
}

/** H32: whether it is extra time alone that extends this part for them: nobody ever extended it by name. */
export const hasExtraTime = ({ extended }: RoomState, who: PersonId, phase: number): boolean =>
  extended[extensionKey(who, phase)]?.byName === false

/** H3, H16: until when work that was due then is taken at all. */
export const takenUntil = ({ plan, reopened }: RoomState, phase: number, due: number): number =>
  Math.max(due + plan.lateHours * HOUR_MS, reopened[phase] ?? due)

/** H3: whether work for a phase counts as on time, late, or not at all. */
export function timeliness(
  state: RoomState,
  phase: number,
  who: PersonId | null,
  at: number,
): 'on-time' | 'late' | Rejection {
  if (phase > state.agenda.index) return 'not-open-yet'
  const due = dueFor(state, phase, who)
  if (due === null) return 'not-homework'
  const open = phase === state.agenda.index && isRunning(state) && !hasEnded(state, at)
  if (open || at < due) return 'on-time'
  return at < takenUntil(state, phase, due) ? 'late' : 'deadline-passed'
}

/** H6: whether a post for this phase is sealed now until the phase ends, so that everyone writes before they read. */
export function sealsPosts({ plan, agenda }: RoomState, index: number): boolean {
  const phase = plan.phases[index]
  const runs = index === agenda.index && agenda.status === 'running'
  return plan.postFirst && runs && phase !== undefined && ruleOf(phase).weekPosts === 'openings'
}

/** H14: whether what this person has left typed for this phase is handed in when it ends. Whose deadline is extended goes on with it. */
export const handsIn = (state: RoomState, who: PersonId, phase: number): boolean =>
  state.plan.handInDrafts === true &&
  phase === state.agenda.index &&
  isRunning(state) &&
  dueFor(state, phase, who) === dueAt(state, phase)

type Posted = Readonly<{ phase: number; round: TensionKey; text: string }>

/** What this author has posted for the phase on the tension in these very words, sealed or open, and whether the clock handed it in. */
export function postsWith(
  state: Pick<RoomState, 'posts' | 'record'>,
  author: ActorId,
  { phase, round, text }: Posted,
): readonly { handedIn?: true | undefined }[] {
  const open = state.record.toArray().flatMap(({ event }) => (event.type === 'StatementPosted' ? [event] : []))
  return [...state.posts, ...open].filter(
    (post) => post.author === author && post.phase === phase && post.round === round && post.text === text,
  )
}

/** A post as it stands, by its number: sealed, or open. */
export const postAt = (
  { posts, record }: Pick<RoomState, 'posts' | 'record'>,
  entry: string,
): SealedPost | EventOf<'StatementPosted'> | null => {
  const event = isPublicNumber(entry) ? record.at(Number(entry) - 1)?.event : undefined
  return event?.type === 'StatementPosted' ? event : (posts.find(({ no }) => no === entry) ?? null)
}

/** H17: why a post cannot be written anew by now; null where its author can. */
export function whatKeepsPost(
  state: RoomState,
  entry: string,
  { phase }: SealedPost | EventOf<'StatementPosted'>,
  author: PersonId | null,
  at: number,
): Rejection | null {
  if (state.withdrawn[Number(entry)] !== undefined) return 'already-withdrawn'
  const time = timeliness(state, phase, author, at)
  if (time !== 'on-time') return time === 'late' ? 'deadline-passed' : time
  const was = state.record.at(Number(entry) - 1)?.event
  const names = [entry, was?.type === 'StatementPosted' ? (was.unseals ?? entry) : entry]
  if (names.some((name) => Object.hasOwn(state.strikes, name))) return 'words-off'
  return isTakenUp(state, Number(entry)) ? 'post-answered' : null
}

/** The open posts of this person that they can write anew now. */
export const revisableBy = (state: RoomState, person: PersonId, at: number): readonly string[] =>
  state.record.toArray().flatMap(({ no, event }) => {
    const own = event.type === 'StatementPosted' && personOfActor(event.author) === person
    return own && seatHeldBy(state, person)?.id === event.seat && !whatKeepsPost(state, no, event, person, at)
      ? [no]
      : []
  })

/** Whether somebody has answered this entry, or checked it. */
const isTakenUp = ({ record, checks }: RoomState, entry: number): boolean =>
  checks[entry] !== undefined || record.toArray().some(({ event }) => 'answers' in event && event.answers === entry)

/** What stood at a post's number before it was revised, as far as this reader heard it; nothing where it was not (H17). */
export function revisedAt({ revised }: Pick<RoomState, 'revised'>, ...names: readonly string[]): { revised?: Revised } {
  const all = [...new Set(names)].flatMap((name) => revised[name] ?? [])
  const at = all.at(-1)?.at
  return at === undefined ? {} : { revised: { at, before: all.flatMap(({ before }) => before) } }
}

/** H3: whether work for a phase is accepted after its deadline: posts and reflections are, positions, ballots, stances and what sides ask each other never. */
export function takesLate(state: RoomState, index: number): boolean {
  const phase = state.plan.phases[index]
  if (!phase) return false
  return (phase.posts && !ruleOf(phase).asksSides) || index === state.plan.phases.findIndex(asksForReflections)
}

/** H11: whether an extension of this phase could give this person anything, whatever its date. */
export function canExtend(state: RoomState, who: PersonId, index: number): boolean {
  if (!takesLate(state, index) || state.removed.includes(who)) return false
  return state.plan.phases[index]?.posts ? Boolean(seatHeldBy(state, who)?.delegation) : true
}

/** H28: whether a debate asks its students for annotations beside the record. */
export const asksForAnnotations = ({ phases }: Pick<RoomPlan, 'phases'>): boolean =>
  phases.some(({ requires }) => requires.some(({ what }) => what === 'annotation'))

/** Whether this work counts once per tension; other work counts each time it is done. */
export const countsTensions = (what: Requirement['what']): boolean =>
  what === 'own-view' || what === 'position-draft' || what === 'opening'

/** H8: the tensions that a seat leads for its delegation: the rounds are dealt out in turn to its seats in filling order. */
export function ledBy(plan: RoomPlan, seat: Pick<Seat, 'id' | 'delegation'>): readonly TensionKey[] {
  const team = plan.seats.filter((other) => other.delegation === seat.delegation).sort((a, b) => a.order - b.order)
  const place = team.findIndex((other) => other.id === seat.id)
  return place === -1
    ? []
    : plan.rounds.filter((_round, index) => index % team.length === place).map((round) => round.key)
}
