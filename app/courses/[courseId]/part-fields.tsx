'use client'
// The choice of a part, and for a grader the rooms; CSS shows the rooms when "grader" is chosen, so no script is needed.
import { useTranslations } from 'next-intl'
import { Checkbox } from '#ui/controls/checkbox'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import styles from './people.module.css'

export type RoomToGrade = { id: string; name: string; activity: string }

type PartFieldsProps = {
  rooms: readonly RoomToGrade[]
  part: 'instructor' | 'assistant' | 'grader'
  checked: readonly string[]
}

export function PartFields({ rooms, part, checked }: PartFieldsProps) {
  const t = useTranslations('courses')
  return (
    <>
      <Field label={t('people.part')} hint={rooms.length === 0 ? t('people.noRooms') : undefined}>
        <Select
          name="part"
          defaultValue={part}
          options={[
            { value: 'assistant', label: t('part.assistant') },
            { value: 'grader', label: t('part.grader'), disabled: rooms.length === 0 },
            { value: 'instructor', label: t('part.instructor') },
          ]}
        />
      </Field>
      {rooms.length > 0 ? (
        <fieldset className={styles.rooms}>
          <legend>{t('people.roomsToGrade')}</legend>
          {rooms.map(({ id, name, activity }) => (
            <Checkbox key={id} name="rooms" value={id} defaultChecked={checked.includes(id)}>
              {t('people.room', { name, activity })}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
    </>
  )
}
