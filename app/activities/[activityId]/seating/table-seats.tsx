'use client'
// The seats of one table by delegation: who is to sit there, how they came to it, and the place to put a name down.
import { useTranslations } from 'next-intl'
import type { CSSProperties, ReactNode } from 'react'
import { fillOf, isSame, type PreparedSeat, seatedAt, type TableSeat } from '#simulation/seating/prepared-seats'
import type { SeatingPerson } from '#simulation/wire/seating'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { Menu } from '#ui/over/menu'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { columnsFor, delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import styles from './seating.module.css'
import { useSeatItems } from './use-seat-items'
import type { SeatingHand } from './use-seating'

export function TableSeats({ hand, table }: { hand: SeatingHand; table: string }) {
  const t = useTranslations('seating.page')
  const { seating } = hand
  const own = seating.seats.filter((seat) => seat.table === table)
  const observers = own.filter(({ delegation }) => delegation === null)
  const sides = delegationsIn(seating).map((delegation) => ({
    delegation,
    seats: own.filter((seat) => seat.delegation === delegation.id),
  }))
  return (
    <div className={styles.sides} style={{ '--columns': columnsFor(sides.length) } as CSSProperties}>
      {sides.map(({ delegation, seats }) => (
        <section key={delegation.id} aria-label={delegation.name} data-column>
          <div className={styles.side}>
            <Placard delegation={delegation} square silent />
            <h2>{delegation.name}</h2>
            <Fill hand={hand} seats={seats} />
          </div>
          <SeatRows hand={hand} seats={seats} />
        </section>
      ))}
      {observers.length > 0 ? (
        <section aria-label={t('observers')} data-column className={styles.observers}>
          <div className={styles.side}>
            <h2>{t('observers')}</h2>
            <Fill hand={hand} seats={observers} />
          </div>
          <SeatRows hand={hand} seats={observers} />
        </section>
      ) : null}
    </div>
  )
}

function Fill({ hand: { seating }, seats }: { hand: SeatingHand; seats: readonly TableSeat[] }) {
  const t = useTranslations('seating.page')
  const { given, all } = fillOf(seats, seating.prepared)
  return <span className={styles.fill}>{t('of', { count: given, all })}</span>
}

function SeatRows({ hand, seats }: { hand: SeatingHand; seats: readonly TableSeat[] }) {
  return (
    <ol>
      {seats.map((seat) => (
        <SeatRow key={seat.id} hand={hand} seat={seat} />
      ))}
    </ol>
  )
}

function SeatRow({ hand, seat }: { hand: SeatingHand; seat: TableSeat }) {
  const { prepared, people } = hand.seating
  const at = { table: seat.table, seat: seat.id }
  const sits = seatedAt(prepared, at)
  const here = people.find((person) => person.here !== null && isSame(person.here, at))
  const person = people.find(({ place }) => place === sits?.place)
  if (seat.taken) return <TakenRow seat={seat} name={here?.name ?? null} />
  // The same spot, open or given: one made anew would lose the focus of whoever puts a name down there by key.
  return (
    <Spot hand={hand} seat={seat} person={person ?? null}>
      {sits && person ? <SeatActs hand={hand} seat={seat} sits={sits} person={person} /> : null}
    </Spot>
  )
}

function TakenRow({ seat, name }: { seat: TableSeat; name: string | null }) {
  const t = useTranslations('seating.page')
  return (
    <li className={styles.seat}>
      <span className={styles.spot} data-at={`${seat.table} ${seat.id}`} tabIndex={-1}>
        <Office seat={seat} />
        <b>
          <bdi>{name ?? t('here')}</bdi>
        </b>
      </span>
      <span className={`faint ${styles.how}`}>{name === null ? null : t('here')}</span>
    </li>
  )
}

type SeatActsProps = { hand: SeatingHand; seat: TableSeat; sits: PreparedSeat; person: SeatingPerson }

function SeatActs({ hand, seat, sits, person }: SeatActsProps) {
  const t = useTranslations('seating.page')
  const places = useSeatItems(hand, person, seat.table)
  const { change, put } = hand
  const lock = () => void change({ do: 'lock', places: [sits.place], locked: !sits.locked })
  return (
    <>
      <span className={`faint ${styles.how}`}>{t(`how.${sits.how}`)}</span>
      <Button
        kind="quiet"
        size="dense"
        icon={sits.locked ? 'lock' : 'unlocked'}
        pressed={sits.locked}
        aria-label={t(sits.locked ? 'unlockFor' : 'lockFor', { name: person.name })}
        onClick={lock}
      />
      <Menu
        align="end"
        trigger={
          <Button kind="quiet" size="dense" aria-label={t('moreFor', { name: person.name })}>
            {t('more')}
          </Button>
        }
        items={[
          { label: t('takeOff'), onSelect: () => put(null, sits.place) },
          { label: t(sits.locked ? 'unlock' : 'lock'), onSelect: lock },
          ...(places.length > 0 ? [{ kind: 'divider' as const }, ...places] : []),
        ]}
      />
    </>
  )
}

type SpotProps = { hand: SeatingHand; seat: TableSeat; person: SeatingPerson | null; children: ReactNode }

/** A place of the table. Its button picks up who sits there, or puts down who is picked up. */
function Spot({ hand, seat, person, children }: SpotProps) {
  const t = useTranslations('seating.page')
  const { seating, picked, pick, put } = hand
  const at = { table: seat.table, seat: seat.id }
  const held = seating.people.find(({ place }) => place === picked)
  const isOwn = person !== null && picked === person.place
  const country = delegationIn(seating, seat.delegation)?.name
  return (
    <li
      className={styles.seat}
      data-open={person === null || undefined}
      data-target={picked !== null || undefined}
      data-picked={isOwn || undefined}
      onDragOver={(event) => event.preventDefault()}
      onDrop={() => picked !== null && put(at)}
    >
      <button
        type="button"
        className={styles.spot}
        data-spot
        data-at={`${seat.table} ${seat.id}`}
        data-person={person?.place}
        draggable={person !== null}
        onDragStart={() => person && pick(person.place)}
        aria-pressed={isOwn}
        onClick={() => {
          if (isOwn) pick(null)
          else if (picked !== null) put(at)
          else if (person) pick(person.place)
        }}
      >
        {/* Read in this order, the visible words are part of the name: who speaks to the page says what they see. */}
        <VisuallyHidden>
          {held && !isOwn ? `${t('putHere', { name: held.name })} ` : null}
          {country ? t('side', { country }) : null}{' '}
        </VisuallyHidden>
        <Office seat={seat} />{' '}
        <b>
          <bdi>{person?.name ?? t('open')}</bdi>
        </b>
      </button>
      {children}
    </li>
  )
}

function Office({ seat }: { seat: TableSeat }) {
  const t = useTranslations('seating.page')
  return (
    <span className={styles.office}>
      {seat.title}{' '}
      {seat.head || seat.mirrors ? <span className={styles.tag}>{t(seat.head ? 'head' : 'second')}</span> : null}
    </span>
  )
}
