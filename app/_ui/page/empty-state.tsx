// The text of an empty list (what will be here, when, and what to do meanwhile), and the text after a failure.
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type StateProps = {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** The heading's level in the page's outline. */
  level?: 1 | 2 | 3
}

export function EmptyState({ title, children, action, level = 2 }: StateProps) {
  const Title = `h${level}` as const
  return (
    <div className={styles.state}>
      <Title className={styles.title}>{title}</Title>
      {children ? <div className={styles.text}>{children}</div> : null}
      {action ? <div className={`acts ${styles.action}`}>{action}</div> : null}
    </div>
  )
}

/** What failed, what is saved, what happens next, and a button. Announced to screen readers when it appears. */
export function ErrorState(props: StateProps) {
  return (
    <div role="alert">
      <EmptyState {...props} />
    </div>
  )
}
