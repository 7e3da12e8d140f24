'use client'
// Seven places on an axis, each to be tapped, with a delegation's plate where the value is; halves are set beside it.
import type { CSSProperties } from 'react'
import styles from './axis-taps.module.css'
import { axisShare, WHOLE_STEPS } from './axis-value'
import type { Delegation } from './delegations'
import { Placard } from './placard'
import { signedStep } from './signed'

type AxisTapsProps = {
  label: string
  /** Of the group of radio buttons, once on a page. */
  name: string
  delegation: Delegation
  /** Null until a place was tapped. */
  value: number | null
  onValueChange: (value: number) => void
}

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
        <span className={styles.stem} style={{ '--at': axisShare(value) } as CSSProperties} aria-hidden="true">
          <Placard delegation={delegation} size="sm" square silent />
        </span>
      )}
    </fieldset>
  )
}
