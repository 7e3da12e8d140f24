// A small framed label for an entry, an anchor or a state; a link with `href`, a button with `onClick`, else plain text.
import Link from 'next/link'
import type { ReactNode } from 'react'
import styles from './chip.module.css'

type ChipProps = { children: ReactNode } & (
  | { href: string; onClick?: never; label?: string }
  | { href?: never; onClick: () => void; label?: string }
  | { href?: never; onClick?: never; label?: never }
)

export function Chip({ children, href, onClick, label }: ChipProps) {
  if (href !== undefined)
    return (
      <Link className={`hint ${styles.chip}`} href={href} aria-label={label}>
        {children}
      </Link>
    )
  if (onClick)
    return (
      <button type="button" className={`hint ${styles.chip}`} aria-label={label} onClick={onClick}>
        {children}
      </button>
    )
  return <span className={`hint ${styles.chip}`}>{children}</span>
}
