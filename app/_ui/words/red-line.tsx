// A delegation's red line, set off by a bar.
import type { ReactNode } from 'react'
import styles from './red-line.module.css'

export function RedLine({ children }: { children: ReactNode }) {
  return <p className={styles.redLine}>{children}</p>
}
