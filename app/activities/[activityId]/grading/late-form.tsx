'use client'
// What lateness takes off a student's sum (rule H24): nothing, or a percentage of each late part's share for each begun day. What is chosen is
// saved by the button, for it changes sums at once.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type LatePolicy, MOST_LATE_DAYS } from '#simulation/reading/marks/lateness'
import { Button } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { ErrorText } from '#ui/controls/error-text'
import { NumberStepper } from '#ui/controls/number-stepper'
import { useSending } from '#ui/controls/use-sending.ts'
import styles from './grading.module.css'

const USUAL: LatePolicy = { percent: 10, floor: 50, days: 0 }

type LateFormProps = {
  late: LatePolicy | undefined
  /** Whether it is kept. */
  save: (late: LatePolicy | undefined) => Promise<boolean>
}

export function LateForm({ late, save }: LateFormProps) {
  const t = useTranslations('grading')
  const words = useTranslations('grading.lateWork')
  const [{ takes, ...typed }, type] = useState({ takes: Boolean(late), ...(late ?? USUAL) })
  const { busy, send } = useSending()
  const [kept, setKept] = useState<boolean | null>(null)
  const change = (more: Partial<LatePolicy & { takes: boolean }>) => {
    type({ takes, ...typed, ...more })
    setKept(null)
  }
  const field = (name: keyof LatePolicy, min: number, max: number) => (
    <NumberStepper
      label={words(name)}
      value={typed[name]}
      min={min}
      max={max}
      onValueChange={(value) => value !== null && change({ [name]: value })}
    />
  )
  const press = async () => setKept((await send(() => save(takes ? typed : undefined))) === null)
  return (
    <>
      <ChoiceGroup legend={words('title')} hint={words('hint')}>
        <Choice name="late" title={words('nothing')} checked={!takes} onChange={() => change({ takes: false })} />
        <Choice name="late" title={words('perDay')} checked={takes} onChange={() => change({ takes: true })} />
      </ChoiceGroup>
      {takes ? (
        <div className={`fields ${styles.late}`}>
          {field('percent', 1, 100)}
          {field('floor', 0, 99)}
          {field('days', 0, MOST_LATE_DAYS)}
        </div>
      ) : null}
      <Button size="dense" busy={busy} onClick={() => void press()}>
        {words('save')}
      </Button>
      <p role="status">{kept === null ? null : kept ? t('kept') : <ErrorText>{t('failed')}</ErrorText>}</p>
    </>
  )
}
