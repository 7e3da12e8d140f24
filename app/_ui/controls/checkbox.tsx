'use client'
// A checkbox with its label. In the browser, because its third state is set on the element: a page made on the server has no elements.
import type { ComponentProps, ReactNode } from 'react'
import styles from './checkbox.module.css'

type CheckboxProps = Omit<ComponentProps<'input'>, 'className' | 'style' | 'type' | 'size' | 'children'> & {
  size?: 'normal' | 'dense'
  /** Hides the label visually where the row already shows it; screen readers still read it. */
  labelHidden?: boolean
  /** Some of what it stands for is ticked, and not all. */
  mixed?: boolean
  children: ReactNode
}

export function Checkbox({ size = 'normal', labelHidden, mixed = false, children, ...rest }: CheckboxProps) {
  return (
    <label className={`line ${styles.box}`} data-size={size}>
      <input
        {...rest}
        ref={(box) => {
          if (box) box.indeterminate = mixed
        }}
        type="checkbox"
      />
      <span className={labelHidden ? 'unseen' : undefined}>{children}</span>
    </label>
  )
}
