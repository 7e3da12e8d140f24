// A list with a rule under each item: a name at the left, what can be done with it at the right. The children are `li`.
import type { ReactNode } from 'react'
import styles from './ruled-list.module.css'

export function RuledList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>
}
