'use client'
// A link past what comes before it, seen when it is focused. Without words of its own it leads past the bar to the content, which needs a
// <main id="main"> on every page.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import styles from './skip-link.module.css'

type SkipLinkProps = {
  /** The id of the element to go to. */
  to?: string
  /** Goes there in another way than by its id. */
  onGo?: () => void
  children?: ReactNode
}

export function SkipLink({ to = 'main', onGo, children }: SkipLinkProps) {
  const t = useTranslations('common')
  return (
    <a
      className={`unprinted ${styles.skip}`}
      href={`#${to}`}
      onClick={(event) => {
        // A room reads the hash of its address as a tab or an entry, so a link of its own moves the focus alone.
        if (to === 'main') return
        event.preventDefault()
        if (onGo) onGo()
        else document.getElementById(to)?.focus()
      }}
    >
      {children ?? t('skip')}
    </a>
  )
}
