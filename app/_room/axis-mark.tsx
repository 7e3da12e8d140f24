'use client'
// One mark on an axis: a tap on a whole step, then half a step lower or higher.
import { useTranslations } from 'next-intl'
import type { AxisPlan } from '#simulation/agenda/plan'
import { AxisEnds } from '#ui/axis-ends'
import { AxisTaps } from '#ui/axis-taps'
import { AXIS_END, toHalf } from '#ui/axis-value.ts'
import { Button } from '#ui/button'
import type { Delegation } from '#ui/delegations.ts'
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
          <Button idle={value === -AXIS_END} onClick={() => onMark(toHalf(value - 0.5))}>
            {t('lower')}
          </Button>
          <Button idle={value === AXIS_END} onClick={() => onMark(toHalf(value + 0.5))}>
            {t('higher')}
          </Button>
        </p>
      )}
    </>
  )
}
