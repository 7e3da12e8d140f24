'use client'
// The delegations side by side, each with its people and one word on each: who has come, who has done what.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { observerSeats, playedAndEmpty } from '#simulation/reading/homework/attendance'
import type { Seat } from '#simulation/shapes/seats'
import { Placard } from '#ui/charts/placard'
import { ScrollRegion } from '#ui/page/scroll-region'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { type Delegation, delegationsIn } from '#ui/words/delegations.ts'
import { type DeskView, nameOf } from '../scoring/desk-view'
import styles from './side-columns.module.css'

type SideColumnsProps = {
  desk: DeskView
  /** At the right of a delegation's name, and beneath it. */
  head: (delegation: Delegation) => ReactNode
  below?: (delegation: Delegation) => ReactNode
  /** What is said of a seat, and whether its circle is filled. */
  of: (seat: Seat) => { said: string | null; done: boolean }
}

export function SideColumns({ desk, head, below, of }: SideColumnsProps) {
  const t = useTranslations('desk')
  const { state } = desk
  const observers = observerSeats(state).filter(({ holder }) => holder !== null)
  return (
    <ScrollRegion className={styles.columns} label={t('delegations.title')}>
      {delegationsIn(state.plan).map((delegation) => (
        <section key={delegation.id} className={delegationColours(delegation)} aria-label={delegation.name}>
          <div className={`line ${styles.head}`}>
            <Placard delegation={delegation} size="sm" square silent />
            <b>{delegation.name}</b>
            <span>{head(delegation)}</span>
          </div>
          {below?.(delegation)}
          <People desk={desk} seats={playedAndEmpty(state, delegation.id).played} of={of} />
        </section>
      ))}
      {observers.length === 0 ? null : (
        <section aria-label={t('delegations.observers')}>
          <div className={`line ${styles.head}`}>
            <b>{t('delegations.observers')}</b>
          </div>
          <People desk={desk} seats={observers} of={of} />
        </section>
      )}
    </ScrollRegion>
  )
}

function People({ desk, seats, of }: Pick<SideColumnsProps, 'desk' | 'of'> & { seats: readonly Seat[] }) {
  const t = useTranslations('desk.seat')
  return (
    <ul className={styles.people} data-many={seats.length > 9 || undefined}>
      {seats.map((seat) => {
        const { said, done } = of(seat)
        const title = seat.mirrors === null ? seat.title : t('second', { title: seat.title })
        return (
          <li key={seat.id}>
            <span className={styles.dot} data-done={done || undefined} aria-hidden="true" />
            <span className={`cut ${styles.name}`}>
              <b>
                <bdi>{(seat.holder && nameOf(desk.displayNames, seat.holder)) ?? t('understudy')}</bdi>
              </b>{' '}
              <small className="hint">{title}</small>
            </span>
            {said === null ? null : <span className="hint">{said}</span>}
          </li>
        )
      })}
    </ul>
  )
}
