'use client'
// A choice from a short list, as the device itself draws it: a phone's own wheel, the system's own menu, and it works before the script does.
import type { ComponentProps } from 'react'
import { useFieldTies } from './field-ties'
import { Icon } from './icon'
import styles from './select.module.css'

type SelectProps = Omit<
  ComponentProps<'select'>,
  'className' | 'style' | 'children' | 'value' | 'defaultValue' | 'size'
> & {
  options: readonly { value: string; label: string; disabled?: boolean }[]
  value?: string
  defaultValue?: string
  size?: 'normal' | 'dense'
}

export function Select({ options, size = 'normal', ...rest }: SelectProps) {
  return (
    <span className={styles.frame} data-size={size}>
      <select {...rest} {...useFieldTies(rest)} className={styles.select}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  )
}
