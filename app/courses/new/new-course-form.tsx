'use client'
// The form for a new course. After hydration it suggests the device's time zone.
import { useTranslations } from 'next-intl'
import { useActionState, useState, useSyncExternalStore } from 'react'
import { deviceZone } from '#format/zones'
import { LIMITS } from '#simulation/kernel/limits'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { SubmitButton } from '#ui/submit-button'
import { TextInput } from '#ui/text-input'
import styles from '../courses.module.css'
import { makeCourse, type NewCourseState } from './actions'

const never = () => () => {}

export function NewCourseForm({ zones }: { zones: readonly string[] }) {
  const t = useTranslations('courses.new')
  const untouched: NewCourseState = { attempt: 0, title: '', timeZone: 'UTC', faults: [] }
  const [state, send] = useActionState(makeCourse, untouched)
  const proposed = useSyncExternalStore(never, deviceZone, () => 'UTC')
  const [chosen, choose] = useState<string | null>(null)
  const zone = chosen ?? (zones.includes(proposed) ? proposed : 'UTC')
  return (
    <form action={send} className={styles.form}>
      <Field
        label={t('name')}
        hint={t('nameHint')}
        error={state.faults.includes('bad-title') ? t('fault.bad-title') : undefined}
      >
        <TextInput key={state.attempt} name="title" required maxLength={LIMITS.title} defaultValue={state.title} />
      </Field>
      <Field
        label={t('zone')}
        hint={t('zoneHint')}
        error={state.faults.includes('bad-zone') ? t('fault.bad-zone') : undefined}
      >
        <Select
          name="timeZone"
          value={zone}
          onChange={(event) => choose(event.target.value)}
          options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        />
      </Field>
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </form>
  )
}
