// The sum of the levels, written out. Nothing while a level is missing.
import { useTranslations } from 'next-intl'
import { type Cell, sumOf } from '#marks/overview.ts'
import type { totalOf } from '#simulation/reading/grades'
import { isLevelAPoint, type Rubric, topOf, weighsSame } from '#simulation/reading/rubric'
import styles from './own-marks.module.css'

type OwnSumProps = {
  rubric: Rubric
  rows: readonly Cell[]
  /** What becomes of the sum with peer reviews, which are so many percent, and after lateness. */
  counted: ReturnType<typeof totalOf> & { peers: number | null; weight: number }
}

export function OwnSum({ rubric, rows, counted }: OwnSumProps) {
  const t = useTranslations('marks.own')
  const sum = sumOf({ rubric, cells: rows })
  const plain = isLevelAPoint(rubric)
  const term = ({ criterion: { weight }, mark }: Cell) =>
    plain ? mark?.level : t('weighed', { weight, level: mark?.level ?? 0, top: topOf(rubric) })
  const terms = rows.map(term).join(' + ')
  return (
    <section className={styles.criterion} aria-labelledby="together">
      <div>
        <h2 id="together">{t('together')}</h2>
        <p className={styles.question}>{t('weigh', { same: weighsSame(rubric) ? 'yes' : 'no' })}</p>
      </div>
      <p className={styles.sum}>
        {sum === null ? (
          <span className={styles.question}>{t('sumOpen')}</span>
        ) : (
          t.rich(plain ? 'sum' : 'sumWeighed', { terms, ...sum, b: (chunks) => <b>{chunks}</b> })
        )}
        {sum && counted.counted !== sum.sum ? (
          <> {t('withPeers', { peers: counted.peers ?? 0, weight: counted.weight, counted: counted.counted ?? 0 })}</>
        ) : null}
        {counted.off ? <> {t('afterLate', { off: counted.off, total: counted.total ?? 0 })}</> : null}
      </p>
    </section>
  )
}
