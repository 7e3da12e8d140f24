// A box and its words.
import type { ComponentProps, ReactNode } from 'react'
import styles from './checkbox.module.css'

type CheckboxProps = Omit<ComponentProps<'input'>, 'className' | 'style' | 'type' | 'size' | 'children'> & {
  size?: 'normal' | 'dense'
  /** The words are heard and not seen, in a row that already says them. */
  labelHidden?: boolean
  children: ReactNode
}

export function Checkbox({ size = 'normal', labelHidden, children, ...rest }: CheckboxProps) {
  return (
    <label className={styles.box} data-size={size}>
      <input {...rest} type="checkbox" />
      <span data-hidden={labelHidden || undefined}>{children}</span>
    </label>
  )
}
