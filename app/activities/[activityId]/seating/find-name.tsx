'use client'
// The search of the seating page: it narrows the names without a seat, and leads to the seat of whoever has one, at whichever table.
import { useTranslations } from 'next-intl'
import { useSeatName } from '#room/use-seat-name.ts'
import { named, seatedAmong } from '#simulation/seating/named'
import { isSame, type SeatAt } from '#simulation/seating/prepared-seats'
import type { Seating } from '#simulation/wire/seating'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { TextInput } from '#ui/text-input'
import styles from './seating.module.css'

const MOST_SHOWN = 6

type FindNameProps = { seating: Seating; typed: string; onType: (typed: string) => void; onGo: (at: SeatAt) => void }

export function FindName({ seating, typed, onType, onGo }: FindNameProps) {
  const t = useTranslations('seating.page')
  const seatName = useSeatName(seating, 'short')
  const isIdle = typed.trim() === ''
  const found = isIdle ? [] : named(seating.people, typed)
  const seated = seatedAmong(found, seating.prepared)
  return (
    <search className={styles.find}>
      <Field label={t('find')}>
        <TextInput type="search" value={typed} onChange={(event) => onType(event.currentTarget.value)} />
      </Field>
      <p className={styles.hint} role="status">
        {isIdle ? null : t('found', { count: found.length, seated: seated.length })}
      </p>
      <ul>
        {seated.slice(0, MOST_SHOWN).map(({ person, at }) => {
          const seat = seating.seats.find((one) => isSame({ table: one.table, seat: one.id }, at))
          const table = seating.tables.find(({ id }) => id === at.table)?.name
          const where = [...(seating.tables.length > 1 ? [table] : []), ...(seat ? [seatName(seat)] : [])].join(', ')
          return (
            <li key={person.place}>
              <Button kind="quiet" size="dense" onClick={() => onGo(at)}>
                {person.name} · {where}
              </Button>
            </li>
          )
        })}
      </ul>
    </search>
  )
}
