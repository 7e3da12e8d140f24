// Where words were taken off: a rule in their place, and a sentence in italics that says by whom. The words themselves are never in it.
import type { ReactNode } from 'react'
import styles from './words-off.module.css'

export function WordsOff({ children }: { children: ReactNode }) {
  return (
    <span className={styles.off}>
      <i className={styles.rule} aria-hidden="true" />
      {children}
    </span>
  )
}
