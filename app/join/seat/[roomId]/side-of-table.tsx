'use client'
// One delegation's seats, or the observers', on the page where a seat is chosen; at a large table they fold to a line.
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { RoomView } from '#room/link/room-view.ts'
import { officeOf } from '#simulation/agenda/plan'
import type { SeatId } from '#simulation/kernel/ids'
import { officesIn, type Side } from '#simulation/reading/homework/attendance'
import type { Seat } from '#simulation/shapes/seats'
import { Placard } from '#ui/charts/placard'
import type { Delegation } from '#ui/words/delegations.ts'
import styles from '../../join.module.css'

type SideProps = {
  side: Side
  delegation: Delegation | null
  view: RoomView
  /** One line on each office, by its id. */
  offices: Readonly<Record<string, string>>
  mayTake: (seat: Seat) => boolean
  /** How many of its seats a newcomer may take, and which are kept for somebody of the roster. */
  open: number
  kept: readonly SeatId[]
  chosen: SeatId | null
  /** At a large table each side folds to a line, and the first stands open. */
  folds: boolean
  first: boolean
  onChoose: (seat: SeatId) => void
}

export function SideOfTable({
  side,
  delegation,
  view,
  offices,
  mayTake,
  open,
  kept,
  chosen,
  folds,
  first,
  onChoose,
}: SideProps) {
  const { seats } = side
  // Decided once: a side that opened or shut by itself as others sit down would move what is being read.
  const [opens] = useState(first)
  const t = useTranslations('join.seat')
  return (
    // Names the delegation for screen readers: office titles repeat across delegations.
    <section aria-label={delegation?.name ?? t('observers')}>
      <Fold
        folds={folds}
        opens={opens}
        head={
          <>
            {delegation ? <Placard delegation={delegation} square silent /> : null}
            <h2>{delegation?.name ?? t('observers')}</h2>
            <span className="faint">{t('open', { count: open })}</span>
          </>
        }
      >
        {delegation ? null : <p className={styles.hint}>{t('observerText')}</p>}
        {seats.every((seat) => seat.holder !== null || kept.includes(seat.id) || mayTake(seat)) ? null : (
          <p className={styles.hint}>{t('ownOnly')}</p>
        )}
        {officesIn(side).map((chairs) => (
          <OfficeRow key={chairs[0].id} {...{ chairs, view, offices, mayTake, kept, chosen, onChoose }} />
        ))}
      </Fold>
    </section>
  )
}

type FoldProps = { folds: boolean; opens: boolean; head: ReactNode; children: ReactNode }

function Fold({ folds, opens, head, children }: FoldProps) {
  if (!folds)
    return (
      <>
        <div className={`line ${styles.head}`}>{head}</div>
        {children}
      </>
    )
  return (
    <details open={opens} className={styles.fold}>
      <summary className={`line ${styles.head}`}>{head}</summary>
      {children}
    </details>
  )
}

type OfficeRowProps = Pick<SideProps, 'view' | 'offices' | 'mayTake' | 'kept' | 'chosen' | 'onChoose'> & {
  /** The office's own seat, then its second chairs. */
  chairs: readonly [Seat, ...Seat[]]
}

/** One row an office, however many chairs it has: it offers the first that is free, and its second chair once it is chosen. */
function OfficeRow({ chairs, view, offices, mayTake, kept, chosen, onChoose }: OfficeRowProps) {
  const t = useTranslations('join.seat')
  const [own] = chairs
  const free = chairs.filter(mayTake)
  const [first, second] = free
  const held = chairs.flatMap(({ holder }) => (holder === null ? [] : [view.displayNames[holder] ?? t('someone')]))
  if (!first) {
    const isKept = held.length === 0 && chairs.some(({ id }) => kept.includes(id))
    return (
      <p className={`line ${styles.seat}`} data-taken="">
        <Office seat={own} />
        <span className={styles.who}>{isKept ? t('kept') : held.join(', ')}</span>
      </p>
    )
  }
  const taken = free.find(({ id }) => id === chosen)
  return (
    <>
      <label className={`line ${styles.seat}`}>
        <input type="radio" name="seat" checked={taken !== undefined} onChange={() => onChoose(first.id)} />
        <Office seat={first} line={offices[officeOf(own)]} beside={held.join(', ')} />
      </label>
      {taken && second ? (
        <label className={`line ${styles.second}`}>
          <input
            type="checkbox"
            checked={taken.id !== first.id}
            onChange={(event) => onChoose(event.currentTarget.checked ? second.id : first.id)}
          />
          <span>{t('asSecond')}</span>
        </label>
      ) : null}
    </>
  )
}

type OfficeProps = {
  seat: Seat
  line?: string | undefined
  /** Who sits in the office already. */
  beside?: string
}

function Office({ seat, line, beside = '' }: OfficeProps) {
  const t = useTranslations('join.seat')
  return (
    <span>
      {seat.title} {seat.head ? <span className="faint">{t('head')}</span> : null}
      {seat.mirrors === null ? null : (
        <span className="faint">{beside === '' ? t('second') : t('secondBeside', { name: beside })}</span>
      )}
      {line === undefined ? null : <small className={`note ${styles.line}`}>{line}</small>}
    </span>
  )
}
