'use client'
// The whole steps of an axis, each to be tapped, with a delegation's plate where the value is; halves are set beside it.
import type { CSSProperties } from 'react'
import { AXIS_LENGTH, axisShare, WHOLE_STEPS } from '#simulation/kernel/axis'
import type { Delegation } from '../words/delegations'
import { signedStep } from '../words/signed'
import styles from './axis-taps.module.css'
import { Placard } from './placard'

type AxisTapsProps = {
  label: string
  /** Of the group of radio buttons, once on a page. */
  name: string
  delegation: Delegation
  /** Null until a place was tapped. */
  value: number | null
  onValueChange: (value: number) => void
}

/** The middle of the column in which a value lies, as a share of the row. */
const middleOf = (value: number) => (axisShare(value) * AXIS_LENGTH + 0.5) / WHOLE_STEPS.length

export function AxisTaps({ label, name, delegation, value, onValueChange }: AxisTapsProps) {
  return (
    <fieldset className={styles.line}>
      <legend className="note">{label}</legend>
      {WHOLE_STEPS.map((step) => (
        <label key={step} data-zero={step === 0 || undefined}>
          <input type="radio" name={name} checked={value === step} onChange={() => onValueChange(step)} />
          <span>{signedStep(step)}</span>
        </label>
      ))}
      {value === null ? null : (
        <span className={styles.stem} style={{ '--at': middleOf(value) } as CSSProperties} aria-hidden="true">
          <Placard delegation={delegation} size="sm" square silent />
        </span>
      )}
    </fieldset>
  )
}
