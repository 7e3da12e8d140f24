'use client'
// Finds a person by name among all tables: where they sit, and the way to move them.
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import { useActivity } from '#room/link/use-activity.ts'
import type { PersonId } from '#simulation/kernel/ids'
import { peopleNamed } from '#simulation/reading/positions/several-rooms'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextInput } from '#ui/controls/text-input'
import { delegationIn } from '#ui/words/delegations.ts'
import { RuledList } from '#ui/words/ruled-list'
import styles from './lobby.module.css'

const MOST_SHOWN = 12

export function NameSearch({ activityId, onMove }: { activityId: string; onMove: (person: PersonId) => void }) {
  const t = useTranslations('lobby.search')
  const lobby = useTranslations('lobby')
  const unplaced = useTranslations('seating.unplaced')
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const found = useActivity(activityId, (view) => peopleNamed(view.people, view.rooms, sought))
  const isKnown = useActivity(activityId, (view) => view.heardAt !== null)
  return (
    <search className={`${styles.section} ${styles.search}`}>
      <Field label={t('label')}>
        <TextInput type="search" value={typed} onWords={setTyped} />
      </Field>
      <p className={styles.hint} role="status">
        {sought.trim() === '' || !isKnown
          ? null
          : t('found', { count: found.length, shown: Math.min(found.length, MOST_SHOWN) })}
      </p>
      <RuledList>
        {found.slice(0, MOST_SHOWN).map(({ person, room, seat }) => (
          <li key={person.id}>
            <span>
              <b>
                <bdi>{person.name}</bdi>
              </b>{' '}
              <span className={`faint ${styles.meta}`}>
                {room ? <a href={`#table-${room.id}`}>{room.name}</a> : unplaced('title')}
                {seat
                  ? t('seat', {
                      side: delegationIn(room?.plan, seat.delegation)?.name ?? lobby('observers'),
                      office: seat.title,
                    })
                  : t('noSeat')}
              </span>
            </span>
            {room ? (
              <Button
                kind="quiet"
                size="dense"
                aria-label={lobby(seat ? 'move.openFor' : 'move.placeFor', { name: person.name })}
                onClick={() => onMove(person.id)}
              >
                {lobby(seat ? 'move.open' : 'move.place')}
              </Button>
            ) : null}
          </li>
        ))}
      </RuledList>
    </search>
  )
}
