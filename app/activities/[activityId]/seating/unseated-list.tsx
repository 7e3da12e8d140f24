'use client'
// The people of the roster without a seat, each with the offices they would take and the menu of places. Putting a name down here takes
// it off its seat.
import { useTranslations } from 'next-intl'
import { officeOf } from '#simulation/agenda/plan'
import type { SeatingPerson } from '#simulation/wire/seating'
import { Band } from '#ui/charts/band'
import { Button } from '#ui/controls/button'
import { Menu } from '#ui/over/menu'
import styles from './seating.module.css'
import { useSeatItems } from './use-seat-items'
import type { SeatingHand } from './use-seating'

type UnseatedListProps = { hand: SeatingHand; people: readonly SeatingPerson[]; table: string }

export function UnseatedList({ hand, people, table }: UnseatedListProps) {
  const t = useTranslations('seating.page')
  const { seating, picked, put } = hand
  return (
    <section
      aria-label={t('unseated')}
      data-column
      onDragOver={(event) => event.preventDefault()}
      onDrop={() => picked !== null && put(null)}
    >
      <Band level={2} title={t('unseated')} right={t('of', { count: people.length, all: seating.people.length })} />
      <ul className={styles.names}>
        {people.map((person) => (
          <UnseatedRow key={person.place} hand={hand} person={person} table={table} />
        ))}
      </ul>
    </section>
  )
}

function UnseatedRow({ hand, person, table }: { hand: SeatingHand; person: SeatingPerson; table: string }) {
  const t = useTranslations('seating.page')
  const { seating, picked, pick } = hand
  const items = useSeatItems(hand, person, table)
  const own = seating.tables.find(({ id }) => id === person.table)?.name
  const offices = person.ranks.flatMap((rank) => seating.seats.find((seat) => officeOf(seat) === rank)?.title ?? [])
  return (
    <li className={styles.waiting} data-picked={picked === person.place || undefined}>
      <button
        type="button"
        data-spot
        data-person={person.place}
        draggable
        onDragStart={() => pick(person.place)}
        aria-pressed={picked === person.place}
        onClick={() => pick(picked === person.place ? null : person.place)}
      >
        <b>
          <bdi>{person.name}</bdi>
        </b>{' '}
        <small>
          {own === undefined ? null : `${own} · `}
          {offices.length > 0 ? offices.join('; ') : t('noRanks')}
        </small>
      </button>
      <Menu
        align="end"
        trigger={
          <Button size="dense" aria-label={t('seatFor', { name: person.name })}>
            {t('seat')}
          </Button>
        }
        items={items}
      />
    </li>
  )
}
