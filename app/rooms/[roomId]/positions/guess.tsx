'use client'
// The input for a guess at another delegation's position: an outlined placard and a stepper.
import type { AxisPlan } from '#simulation/agenda/plan'
import type { Delegation } from '#ui/delegations.ts'
import { HalfStepper } from '#ui/half-stepper'
import { Placard } from '#ui/placard'
import styles from './position-form.module.css'

type GuessProps = {
  of: Delegation
  label: string
  axis: AxisPlan
  value: number | null
  onChange: (value: number) => void
}

export function Guess({ of, label, axis, value, onChange }: GuessProps) {
  return (
    <div className={styles.guess}>
      <Placard delegation={of} form="outline" silent />
      <HalfStepper label={label} axis={axis} value={value} size="small" onValueChange={onChange} />
    </div>
  )
}
