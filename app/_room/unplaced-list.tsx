'use client'
// People who have come in and have no table yet, where the instructor assigns tables: lobby, wall and desk give each one theirs.
import { useTranslations } from 'next-intl'
import { peopleIn } from '#simulation/reading/positions/several-rooms'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { SubmitButton } from '#ui/controls/submit-button'
import { Dialog } from '#ui/over/dialog'
import { RuledList } from '#ui/words/ruled-list'
import { useActivity } from './link/use-activity'
import styles from './unplaced-list.module.css'

type UnplacedListProps = {
  activityId: string
  rooms: readonly { id: string; name: string }[]
  /** The server action that puts a person at a table. */
  give: (form: FormData) => Promise<void>
}

export function UnplacedList({ activityId, rooms, give }: UnplacedListProps) {
  const t = useTranslations('seating.unplaced')
  const people = useActivity(activityId, (view) => peopleIn(view.people, null))
  return (
    <>
      <p className={styles.hint}>{people.length === 0 ? t('none') : t('text')}</p>
      <RuledList>
        {people.map((person) => (
          <li key={person.id}>
            <b>
              <bdi>{person.name}</bdi>
            </b>
            <form action={give} className={`bar ${styles.row}`}>
              <input type="hidden" name="activityId" value={activityId} />
              <input type="hidden" name="participantId" value={person.id} />
              <Field label={t('table', { name: person.name })} labelHidden>
                <Select
                  name="roomId"
                  size="dense"
                  options={rooms.map((room) => ({ value: room.id, label: room.name }))}
                />
              </Field>
              <SubmitButton kind="plain" size="dense" aria-label={t('giveTo', { name: person.name })}>
                {t('give')}
              </SubmitButton>
            </form>
          </li>
        ))}
      </RuledList>
    </>
  )
}

/** The same list over a page that has no place for it. */
export function UnplacedDialog({ onClose, ...list }: UnplacedListProps & { onClose: () => void }) {
  const t = useTranslations('seating.unplaced')
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <UnplacedList {...list} />
    </Dialog>
  )
}
