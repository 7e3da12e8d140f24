// A hint about keys, shown where there are keys: on a device that is touched alone it is left out.
import type { ReactNode } from 'react'
import styles from './kbd.module.css'

export function KeyHint({ children }: { children: ReactNode }) {
  return <span className={styles.hint}>{children}</span>
}
