// The first stop of the Tab key: past the bar, to the page. Every page's <main> carries id="main".
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
