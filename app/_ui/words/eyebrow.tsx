// The small line over a page's title: where this page belongs.
import type { ReactNode } from 'react'
import styles from './eyebrow.module.css'

export function Eyebrow({ children }: { children: ReactNode }) {
  return <p className={`hint ${styles.eyebrow}`}>{children}</p>
}
