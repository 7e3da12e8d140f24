// A keyboard key, shown beside the action it triggers. A key that acts alone is marked, so that its hint goes where such keys are switched off.
import type { ReactNode } from 'react'
import styles from './kbd.module.css'

/** A character, with the shift key or without, or the space bar. */
const ALONE = /^(⇧?.|Space)$/u

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className={styles.key} data-alone={(typeof children === 'string' && ALONE.test(children)) || undefined}>
      {children}
    </kbd>
  )
}
