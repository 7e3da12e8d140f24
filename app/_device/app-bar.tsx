// The bar at the top of every page: the logo, the name of the page, links to its siblings, and the account menu at the right.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { MenuItem } from '../_ui/over/menu'
import { CountBadge } from '../_ui/words/count-badge'
import { OwnCorner } from './account-menu'
import styles from './app-bar.module.css'
import { NavStrip } from './nav-strip'

/** The logo: two tracks, a point on each, and the distance between them. */
export function Mark() {
  return (
    <svg className={styles.sign} width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
      <path d="M1 5.5h24M1 12.5h24" />
      <circle cx="17.5" cy="5.5" r="3.6" data-solid="" />
      <circle cx="7.5" cy="12.5" r="2.9" />
    </svg>
  )
}

type AppBarItem = { href: string; label: ReactNode; current?: boolean; count?: number | undefined }

type AppBarProps = {
  /** The name of the room or course, after the logo. */
  place?: ReactNode
  items?: readonly AppBarItem[]
  /** The accessible name of the list of links. */
  itemsLabel?: string
  right?: ReactNode
  /** What the page offers in the account menu. */
  more?: readonly MenuItem[]
  home?: string
  dense?: boolean
}

export function AppBar({ place, items = [], itemsLabel, right, more = [], home = '/', dense }: AppBarProps) {
  const t = useTranslations('common')
  return (
    <header className={`line unprinted ${styles.bar}`} data-dense={dense || undefined}>
      <Link className={`line ${styles.mark}`} href={home}>
        <Mark />
        <span>{t('title')}</span>
      </Link>
      {place ? <span className={`cut quiet ${styles.place}`}>{place}</span> : null}
      {items.length > 0 ? (
        <NavStrip label={itemsLabel ?? t('pages')} current={items.find(({ current }) => current)?.href}>
          <ul>
            {items.map((item) => (
              <li key={item.href}>
                <Link className={styles.item} href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                  {item.count ? <CountBadge count={item.count} /> : null}
                </Link>
              </li>
            ))}
          </ul>
        </NavStrip>
      ) : null}
      <span className={styles.space} />
      <div className={`line ${styles.right}`}>
        {right}
        <OwnCorner compact={dense === true} more={more} />
      </div>
    </header>
  )
}

/** When the last change was saved, at the right of the bar. */
export function Saved({ children }: { children: ReactNode }) {
  return <span className={`faint ${styles.saved}`}>{children}</span>
}
