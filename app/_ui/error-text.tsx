// The sign and the words of something that went wrong. The colour never says it alone.
import type { ReactNode } from 'react'
import styles from './error-text.module.css'
import { Icon } from './icon'

export function ErrorText({ children }: { children: ReactNode }) {
  return (
    <span className={styles.error}>
      <Icon name="warning" />
      <span>{children}</span>
    </span>
  )
}
