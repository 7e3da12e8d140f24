// Text for screen readers only: words in a line, or a heading that the page shows in another way.
import type { ReactNode } from 'react'
import styles from './visually-hidden.module.css'

type VisuallyHiddenProps = { children: ReactNode; id?: string; as?: 'span' | 'h1' | 'h2' }

export function VisuallyHidden({ children, id, as: Tag = 'span' }: VisuallyHiddenProps) {
  return (
    <Tag className={styles.hidden} id={id}>
      {children}
    </Tag>
  )
}
