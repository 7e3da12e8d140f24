'use client'
// A native <select>: phones show their own picker, and it works before scripts have loaded.
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
