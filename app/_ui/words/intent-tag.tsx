// The intent of a hand or a statement in words. A point of order goes first in the queue and is set in reverse, so that it looks it.
import type { ReactNode } from 'react'
import styles from './intent-tag.module.css'

export const IntentTag = ({ first, children }: { first: boolean; children: ReactNode }) => (
  <span className={styles.intent} data-first={first || undefined}>
    {children}
  </span>
)
