'use client'
// One mark on an axis: a tap on a whole step, then half a step lower or higher.
import { useTranslations } from 'next-intl'
import type { AxisPlan } from '#simulation/agenda/plan'
import { AXIS_END, HALF_STEP, toHalf } from '#simulation/kernel/axis'
import { AxisEnds } from '#ui/charts/axis-ends'
import { AxisTaps } from '#ui/charts/axis-taps'
import { Button } from '#ui/controls/button'
import type { Delegation } from '#ui/words/delegations.ts'
import styles from './axis-mark.module.css'

type AxisMarkProps = {
  label: string
  /** Of the group of radio buttons, once on a page. */
  name: string
  /** Whose plate stands at the value. */
  delegation: Delegation
  axis: AxisPlan
  value: number | null
  onMark: (value: number) => void
}

export function AxisMark({ label, name, delegation, axis, value, onMark }: AxisMarkProps) {
  const t = useTranslations('room.reading')
  return (
    <>
      <AxisTaps label={label} name={name} delegation={delegation} value={value} onValueChange={onMark} />
      <AxisEnds axis={axis} />
      {value === null ? null : (
        <p className={`fields ${styles.halves}`}>
          <Button idle={value === -AXIS_END ? t('end') : null} onClick={() => onMark(toHalf(value - HALF_STEP))}>
            {t('lower')}
          </Button>
          <Button idle={value === AXIS_END ? t('end') : null} onClick={() => onMark(toHalf(value + HALF_STEP))}>
            {t('higher')}
          </Button>
        </p>
      )}
    </>
  )
}
