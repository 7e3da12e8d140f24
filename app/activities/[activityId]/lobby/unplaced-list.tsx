'use client'
// Participants without a room, where the instructor assigns rooms.
import { useTranslations } from 'next-intl'
import { Band } from '#ui/band'
import { Field } from '#ui/field'
import { RuledList } from '#ui/ruled-list'
import { Select } from '#ui/select'
import { SubmitButton } from '#ui/submit-button'
import { giveTable } from '../actions'
import styles from './lobby.module.css'
import type { LobbyRoom } from './lobby-data'

type UnplacedListProps = {
  activityId: string
  rooms: readonly LobbyRoom[]
  people: readonly { id: string; name: string }[]
}

export function UnplacedList({ activityId, rooms, people }: UnplacedListProps) {
  const t = useTranslations('lobby')
  if (people.length === 0) return null
  return (
    <section className={styles.section}>
      <Band level={2} title={t('unplaced')} detail={String(people.length)} />
      <p className={styles.hint}>{t('unplacedText')}</p>
      <RuledList>
        {people.map((person) => (
          <li key={person.id}>
            <b>{person.name}</b>
            <form action={giveTable} className={styles.row}>
              <input type="hidden" name="activityId" value={activityId} />
              <input type="hidden" name="participantId" value={person.id} />
              <Field label={t('table')} labelHidden>
                <Select
                  name="roomId"
                  size="dense"
                  options={rooms.map((room) => ({ value: room.id, label: room.name }))}
                />
              </Field>
              <SubmitButton kind="plain" size="dense">
                {t('give')}
              </SubmitButton>
            </form>
          </li>
        ))}
      </RuledList>
    </section>
  )
}
