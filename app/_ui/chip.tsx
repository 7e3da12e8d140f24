// A small framed label for an entry, an anchor or a state; a link with `href`, a button with `onClick`, else plain text.
import Link from 'next/link'
import type { ReactNode } from 'react'
import styles from './chip.module.css'

type ChipProps = { children: ReactNode; on?: boolean } & (
  | { href: string; onClick?: never; label?: string }
  | { href?: never; onClick: () => void; label?: string }
  | { href?: never; onClick?: never; label?: never }
)

export function Chip({ children, on, href, onClick, label }: ChipProps) {
  if (href !== undefined)
    return (
      <Link className={styles.chip} href={href} aria-label={label} data-on={on || undefined}>
        {children}
      </Link>
    )
  if (onClick)
    return (
      <button
        type="button"
        className={styles.chip}
        aria-label={label}
        aria-pressed={on}
        data-on={on || undefined}
        onClick={onClick}
      >
        {children}
      </button>
    )
  return (
    <span className={styles.chip} data-on={on || undefined}>
      {children}
    </span>
  )
}
