// What changed in the joint text since somebody was last there, clause by clause: their own deeds and what was undone meanwhile left out.
import { type DelegationId, type PersonId, participantActor } from '../../kernel/ids'
import { offersTo } from '../../questions/offers'
import { isClean, lastChangedAt, standIn } from '../../questions/text'
import type { ClauseText, VersionId } from '../../shapes/text'
import type { RoomState } from '../../state/room-state'

export type TextNews =
  | Readonly<{ kind: 'brought-in'; by: DelegationId | null }>
  | Readonly<{ kind: 'put'; version: VersionId }>
  | Readonly<{ kind: 'moved'; delegation: DelegationId; version: VersionId }>
  | Readonly<{ kind: 'reopened'; by: DelegationId | null }>
  | Readonly<{ kind: 'clean' }>
  | Readonly<{ kind: 'initialled'; by: readonly DelegationId[] }>
  /** Another delegation offers a package that moves somebody here, and it waits for an answer. */
  | Readonly<{ kind: 'offered'; by: DelegationId }>

/** A clause with what is new in it; `place` is its number. */
export type ClauseSince = Readonly<{ clause: ClauseText; place: number; news: readonly TextNews[] }>

type Reader = Readonly<{ person: PersonId; delegation: DelegationId | null }>

/** The clauses in which something changed after `since`, in their order. Offers are told to the delegation to which they are made. */
export function textSince(state: RoomState, since: number, { person, delegation }: Reader): readonly ClauseSince[] {
  const own = participantActor(person)
  const deeds = state.record.toArray().filter(({ at, by }) => at > since && by !== own)
  const offers = delegation === null ? [] : offersTo(state, delegation).filter(({ at }) => at > since)
  return state.clauses.flatMap((clause, index) => {
    const { key } = clause
    const moved = new Map<DelegationId, VersionId>()
    const news: TextNews[] = []
    for (const { event } of deeds) {
      if (event.type === 'ClauseBroughtIn' && event.clause === key)
        news.push({ kind: 'brought-in', by: event.delegation })
      if (event.type === 'VersionPutForward' && event.clause === key) news.push({ kind: 'put', version: event.version })
      if (event.type === 'VersionStoodOn' && event.clause === key) moved.set(event.delegation, event.version)
      if (event.type === 'StandsTraded')
        for (const move of event.moves) if (move.clause === key) moved.set(move.delegation, move.version)
    }
    for (const [who, version] of moved)
      if (standIn(clause, who).version === version) news.push({ kind: 'moved', delegation: who, version })
    const reopened = deeds.findLast(({ event }) => event.type === 'ClauseReopened' && event.clause === key)?.event
    if (reopened?.type === 'ClauseReopened') news.push({ kind: 'reopened', by: sideOf(state, reopened.seat) })
    if (isClean(clause) && lastChangedAt(clause) > since) news.push({ kind: 'clean' })
    const by = clause.initials.filter((side) =>
      deeds.some(({ event }) => event.type === 'ClauseInitialled' && event.clause === key && event.delegation === side),
    )
    if (by.length > 0) news.push({ kind: 'initialled', by })
    for (const { from, ours, theirs } of offers)
      if ([...ours, ...theirs].some((stand) => stand.clause === key)) news.push({ kind: 'offered', by: from })
    return news.length === 0 ? [] : [{ clause, place: index + 1, news }]
  })
}

const sideOf = (state: RoomState, seat: string | null): DelegationId | null =>
  state.plan.seats.find(({ id }) => id === seat)?.delegation ?? null
