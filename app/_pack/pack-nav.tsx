// The way between the two packs on a page that stands under its course's bar already: a second bar would be a second banner.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import styles from './pack-nav.module.css'

type Item = Readonly<{ href: string; label: string; current?: boolean }>

export function PackNav({ items }: { items: readonly Item[] }) {
  const t = useTranslations('pack.bar')
  return (
    <nav className={`acts unprinted ${styles.nav}`} aria-label={t('label')}>
      {items.map(({ href, label, current }) => (
        <Link key={href} href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
