// The hatch pattern that marks what is private or sealed; it is not used for anything else.
import type { ReactNode } from 'react'
import { Icon } from './icon'
import styles from './seal.module.css'

/** A strip along the top of something private. */
export function SealStrip() {
  return <div className={styles.strip} aria-hidden="true" />
}

/** A hatched area with one note in it: what is sealed and until when. */
export function Seal({ children }: { children: ReactNode }) {
  return (
    <div className={styles.area}>
      <div className={styles.note}>{children}</div>
    </div>
  )
}

/** A line that says who can and who cannot read this part of the page. */
export function LockLine({ children }: { children: ReactNode }) {
  return (
    <p className={`hint ${styles.line}`}>
      <Icon name="lock" />
      <span>{children}</span>
    </p>
  )
}
