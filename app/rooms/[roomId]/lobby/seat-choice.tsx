'use client'
// Shown before a person has a seat: the seats by delegation, to choose or to draw by lot, and the notice of who can read a caucus.
import { useTranslations } from 'next-intl'
import type { CSSProperties, ReactNode } from 'react'
import { useSeatChoice } from '#room/hooks/use-seat-choice.ts'
import { isByOpenCode, type RoomView } from '#room/link/room-view.ts'
import { RefusalText } from '#room/words/refusal-text'
import type { PersonId, SeatId } from '#simulation/kernel/ids'
import { isSideByChair } from '#simulation/questions/seats'
import { officesIn, openIn, type Side, sidesOf } from '#simulation/reading/homework/attendance'
import { sideOf } from '#simulation/secrecy/hearing'
import type { Seat } from '#simulation/shapes/seats'
import type { RoomState } from '#simulation/state/room-state'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { Checkbox } from '#ui/controls/checkbox'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { columnsFor, delegationIn, type Delegation as Party } from '#ui/words/delegations.ts'
import { LockLine } from '#ui/words/seal'
import styles from './seat-choice.module.css'

type SeatChoiceProps = { view: RoomView; state: RoomState; person: PersonId }

export function SeatChoice({ view, state, person }: SeatChoiceProps) {
  const t = useTranslations('room.seat')
  const { mayTake, chosen: free, choose, sit, request } = useSeatChoice(view, state, person)
  const locked = state.seatingLocked || state.closedAt !== null
  const mode = state.plan.seating ?? 'choose'
  const chosen = free?.id ?? null
  const byChair = isByOpenCode(view) && isSideByChair(state, null, person)
  const nothingToTake = locked || mode === 'place' || (byChair && !Object.values(state.seats).some(mayTake))
  return (
    <main id="main" className="column">
      <div className={styles.scroll}>
        <p className={`hint ${styles.eyebrow}`}>
          {view.displayNames[person]} · {view.room?.name}
        </p>
        <h1>{t('title')}</h1>
        <p className={styles.lead}>
          <Lead state={state} person={person} byChair={byChair} />
        </p>
        <LockLine>{t('told')}</LockLine>
        <form
          id="seat"
          onSubmit={(event) => {
            event.preventDefault()
            if (free) sit(free.id)
            else request.object(t(byChair ? 'chooseObserver' : 'chooseFirst'))
          }}
        >
          <SeatTable view={view} state={state} chosen={chosen} choose={choose} mayTake={mayTake} />
        </form>
      </div>
      {nothingToTake ? null : (
        <div className={styles.dock}>
          <RefusalText>{request.refused}</RefusalText>
          <div className={`acts ${styles.buttons}`}>
            {mode === 'choose' ? (
              <Button kind="primary" type="submit" form="seat" busy={request.busy}>
                {free ? t('sitAs', { title: free.title }) : t('sit')}
              </Button>
            ) : null}
            {byChair ? null : (
              <Button kind={mode === 'choose' ? 'plain' : 'primary'} busy={request.busy} onClick={() => sit(null)}>
                {t('lot')}
              </Button>
            )}
          </div>
        </div>
      )}
    </main>
  )
}

type SeatTableProps = Pick<SeatChoiceProps, 'view' | 'state'> & Omit<DelegationProps, 'title' | 'seats' | 'kept'>

/** The seats by delegation; those that this person may take can be chosen. */
export function SeatTable({ view, state, chosen, choose, mayTake }: SeatTableProps) {
  const columns = columnsFor(state.plan.delegations.length)
  return (
    <div className={styles.table} style={{ '--columns': columns } as CSSProperties}>
      {sidesOf(state).map((side) => (
        <Delegation
          key={side.delegation ?? 'observers'}
          view={view}
          title={<Name side={side} delegation={delegationIn(state.plan, side.delegation)} />}
          seats={side.seats}
          chosen={chosen}
          choose={choose}
          mayTake={mayTake}
          kept={state.keptSeats}
        />
      ))}
    </div>
  )
}

/** Which seats can be taken, and why others cannot. */
function Lead({ state, person, byChair }: { state: RoomState; person: PersonId; byChair: boolean }) {
  const t = useTranslations('room.seat')
  const side = sideOf(state, person)
  if (state.seatingLocked || state.closedAt !== null) return t('locked')
  if (state.plan.seating === 'place') return t('placed')
  if (byChair) return t('byChair')
  if (state.plan.seating === 'lot') return t('drawn')
  if (side) return t('own', { country: delegationIn(state.plan, side)?.name ?? '' })
  return t(state.plan.seating !== undefined && state.agenda.status !== 'lobby' ? 'late' : 'lead')
}

function Name({ side, delegation }: { side: Side; delegation: Party | undefined }) {
  const t = useTranslations('room.seat')
  if (!delegation) return <b>{t('observers')}</b>
  return (
    <>
      <Placard delegation={delegation} square silent />
      <b>{delegation.name}</b>
      <span className={`faint ${styles.open}`}>{t('open', { count: openIn(side) })}</span>
    </>
  )
}

type DelegationProps = {
  view: RoomView
  title: ReactNode
  seats: readonly Seat[]
  chosen: SeatId | null
  choose: (seat: SeatId) => void
  mayTake: (seat: Seat) => boolean
  kept: readonly SeatId[]
}

function Delegation({ view, title, seats, chosen, choose, mayTake, kept }: DelegationProps) {
  return (
    <div className={styles.delegation}>
      <ChoiceGroup legend={<span className={`line ${styles.legend}`}>{title}</span>}>
        {officesIn({ seats }).map((chairs) => (
          <Office key={chairs[0].id} {...{ chairs, view, chosen, choose, mayTake, kept }} />
        ))}
      </ChoiceGroup>
    </div>
  )
}

type OfficeProps = Omit<DelegationProps, 'title' | 'seats'> & { chairs: readonly [Seat, ...Seat[]] }

/** One row an office: the first of its chairs that is free, and its second chair once it is chosen. */
function Office({ chairs, view, chosen, choose, mayTake, kept }: OfficeProps) {
  const t = useTranslations('room.seat')
  const [own] = chairs
  const [first, second] = chairs.filter(mayTake)
  const held = chairs.flatMap(({ holder }) => (holder === null ? [] : [view.displayNames[holder] ?? t('taken')]))
  if (!first)
    return (
      <p className={styles.taken}>
        <span>{own.title}</span>
        <span>{held.length > 0 ? held.join(', ') : t(kept.includes(own.id) ? 'kept' : 'free')}</span>
      </p>
    )
  const taken = [first, second].find((chair) => chair?.id === chosen)
  return (
    <>
      <Choice
        name="seat"
        value={first.id}
        title={own.title}
        checked={taken !== undefined}
        onChange={() => choose(first.id)}
      >
        {first.head ? t('head') : first.mirrors ? t('mirror') : undefined}
      </Choice>
      {taken && second ? (
        <Checkbox
          checked={taken.id === second.id}
          onChange={(event) => choose(event.currentTarget.checked ? second.id : first.id)}
        >
          {t('asSecond')}
        </Checkbox>
      ) : null}
    </>
  )
}
