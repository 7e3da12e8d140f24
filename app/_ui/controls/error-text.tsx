// An error message with its icon, so that it does not depend on colour.
import type { ReactNode } from 'react'
import { Icon } from '../words/icon'
import styles from './error-text.module.css'

export function ErrorText({ children }: { children: ReactNode }) {
  return (
    <span className={styles.error}>
      <Icon name="warning" />
      <span>{children}</span>
    </span>
  )
}
