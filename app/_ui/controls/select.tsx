'use client'
// A native <select>: phones show their own picker, and it works before scripts have loaded.
import type { ChangeEvent, ComponentProps } from 'react'
import { Icon } from '../words/icon'
import { useFieldTies } from './field-ties'
import styles from './select.module.css'

type Option = { value: string; label: string; disabled?: boolean }

type SelectProps<One extends Option> = Omit<
  ComponentProps<'select'>,
  'className' | 'style' | 'children' | 'value' | 'defaultValue' | 'size'
> & {
  options: readonly One[]
  value?: string
  defaultValue?: string
  size?: 'normal' | 'dense'
  /** Called with the value of the option that is chosen. */
  onChoose?: (value: One['value']) => void
}

export function Select<One extends Option>(props: SelectProps<One>) {
  const { options, size = 'normal', onChoose, onChange, ...rest } = props
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    const chosen = options.find(({ value }) => value === event.currentTarget.value)
    if (chosen) onChoose?.(chosen.value)
  }
  return (
    <span className={styles.frame} data-size={size}>
      <select {...rest} onChange={onChoose ? choose : onChange} {...useFieldTies(rest)} className={styles.select}>
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
