// How many new things are behind a tab or a link: a white number on a dark pill.
import styles from './count-badge.module.css'

export function CountBadge({ count }: { count: number }) {
  return <span className={styles.count}>{count}</span>
}
