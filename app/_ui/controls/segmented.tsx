'use client'
// A choice of one among a few, side by side, such as an intent. It is a native radio group, so arrow keys and forms work.
import { type ReactNode, useId } from 'react'
import styles from './segmented.module.css'

type SegmentedProps<Value extends string> = {
  label: string
  options: readonly { value: Value; label: ReactNode; disabled?: boolean }[]
  value?: Value
  defaultValue?: Value
  onValueChange?: (value: Value) => void
  name?: string
  size?: 'normal' | 'dense'
}

export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, options, value, defaultValue, onValueChange, name, size = 'normal' } = props
  const ownName = useId()
  return (
    <fieldset className={styles.group} data-size={size}>
      <legend className="unseen">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name ?? ownName}
            value={option.value}
            checked={value === undefined ? undefined : value === option.value}
            defaultChecked={value === undefined ? defaultValue === option.value : undefined}
            disabled={option.disabled}
            onChange={() => onValueChange?.(option.value)}
          />
          <span className="line hint">{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
