'use client'
// What lateness takes off a student's sum (rule H24): nothing, or a percentage of each late part's share for each begun day.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type LatePolicy, MOST_LATE_DAYS } from '#simulation/reading/lateness'
import { Button } from '#ui/button'
import { Choice, ChoiceGroup } from '#ui/choice'
import { NumberStepper } from '#ui/number-stepper'
import styles from './grading.module.css'

const USUAL: LatePolicy = { percent: 10, floor: 50, days: 0 }

type LateFormProps = { late: LatePolicy | undefined; onChange: (late: LatePolicy | undefined) => void }

export function LateForm({ late, onChange }: LateFormProps) {
  const t = useTranslations('grading.lateWork')
  const [typed, type] = useState(late ?? USUAL)
  const field = (name: keyof LatePolicy, min: number, max: number) => (
    <NumberStepper
      label={t(name)}
      value={typed[name]}
      min={min}
      max={max}
      onValueChange={(value) => value !== null && type({ ...typed, [name]: value })}
    />
  )
  return (
    <ChoiceGroup legend={t('title')} hint={t('hint')}>
      <Choice name="late" title={t('nothing')} checked={!late} onChange={() => onChange(undefined)} />
      <Choice name="late" title={t('perDay')} checked={Boolean(late)} onChange={() => onChange(typed)} />
      {late ? (
        <div className={styles.late}>
          {field('percent', 1, 100)}
          {field('floor', 0, 99)}
          {field('days', 0, MOST_LATE_DAYS)}
          <Button size="dense" onClick={() => onChange(typed)}>
            {t('save')}
          </Button>
        </div>
      ) : null}
    </ChoiceGroup>
  )
}
