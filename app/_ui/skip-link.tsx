// A link past the bar to the content, first in tab order. It needs a <main id="main"> on every page.
import { useTranslations } from 'next-intl'
import styles from './skip-link.module.css'

export function SkipLink() {
  const t = useTranslations('common')
  return (
    <a className={styles.skip} href="#main">
      {t('skip')}
    </a>
  )
}
