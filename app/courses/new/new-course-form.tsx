'use client'
// The form for a new course. After hydration it suggests the device's time zone, and says what time it is in the one that is chosen.
import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { zoneCity } from '#format/zones'
import { useNow } from '#room/hooks/use-now.ts'
import { useReaderZone } from '#room/hooks/use-reader-zone.ts'
import { LIMITS } from '#simulation/kernel/limits'
import { MINUTE_MS } from '#simulation/kernel/time'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import styles from '../courses.module.css'
import { makeCourse, type NewCourseState } from './actions'

export function NewCourseForm({ zones }: { zones: readonly string[] }) {
  const t = useTranslations('courses.new')
  const untouched: NewCourseState = { attempt: 0, title: '', timeZone: 'UTC', faults: [] }
  const [state, send] = useActionState(makeCourse, untouched)
  const device = useReaderZone()
  const [chosen, choose] = useState<string | null>(null)
  const zone = chosen ?? (device !== null && zones.includes(device) ? device : 'UTC')
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
        hint={
          <>
            {device === null ? null : <ZoneNow zone={zone} />}
            {t('zoneHint')}
          </>
        }
        error={state.faults.includes('bad-zone') ? t('fault.bad-zone') : undefined}
      >
        <Select
          name="timeZone"
          value={zone}
          onChoose={choose}
          options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        />
      </Field>
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </form>
  )
}

/** Not before the page is hydrated: the server's clock may be a minute behind. */
function ZoneNow({ zone }: { zone: string }) {
  const t = useTranslations('courses.new')
  const time = timeOfDay(useNow(Date.now, MINUTE_MS), { seconds: false, timeZone: zone })
  return `${t('zoneNow', { time, city: zoneCity(zone) })} `
}
