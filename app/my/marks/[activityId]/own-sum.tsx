// The sum of the levels, written out. Nothing while a level is missing.
import { useTranslations } from 'next-intl'
import { type Cell, mostOf, sumOf } from '#marks/overview.ts'
import styles from './own-marks.module.css'

export function OwnSum({ rows }: { rows: readonly Cell[] }) {
  const t = useTranslations('marks.own')
  const sum = sumOf(rows)
  const terms = rows.map(({ mark }) => mark?.level ?? '–').join(' + ')
  return (
    <section className={styles.criterion} aria-labelledby="together">
      <div>
        <h2 id="together">{t('together')}</h2>
        <p className={styles.question}>{t('weigh')}</p>
      </div>
      <p className={styles.sum}>
        {sum === null ? (
          <span className={styles.question}>{t('sumOpen')}</span>
        ) : (
          t.rich('sum', { terms, sum, most: mostOf(rows), b: (chunks) => <b>{chunks}</b> })
        )}
      </p>
    </section>
  )
}
