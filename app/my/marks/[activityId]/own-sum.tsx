// The sum of the levels, written out. Nothing while a level is missing.
import { useTranslations } from 'next-intl'
import { type Cell, mostOf, sumOf } from '#marks/overview.ts'
import type { AfterLate } from '#simulation/reading/lateness'
import styles from './own-marks.module.css'

/** `late` is what lateness takes off; null where it takes nothing in this debate. */
export function OwnSum({ rows, late }: { rows: readonly Cell[]; late: AfterLate | null }) {
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
        {late?.off ? <> {t('afterLate', { off: late.off, total: late.total ?? 0 })}</> : null}
      </p>
    </section>
  )
}
