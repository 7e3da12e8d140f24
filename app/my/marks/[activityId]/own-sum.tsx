// The sum of the levels, written out. Nothing while a level is missing.
import { useTranslations } from 'next-intl'
import { type Cell, sumOf } from '#marks/overview.ts'
import type { ShareBeside } from '#simulation/beside/slices'
import { isLevelAPoint, type Rubric, topOf, weighsSame } from '#simulation/reading/log/rubric'
import type { totalOf } from '#simulation/reading/marks/grades'
import styles from './own-marks.module.css'

type OwnSumProps = {
  rubric: Rubric
  rows: readonly Cell[]
  /** What becomes of the sum with what counts beside the levels, and after lateness. */
  counted: ReturnType<typeof totalOf>
  shares: readonly ShareBeside[]
}

export function OwnSum({ rubric, rows, counted: { counted, off, total }, shares }: OwnSumProps) {
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
        {sum && counted !== sum.sum
          ? shares.map(({ of, points, weight }) => (
              <span key={of}> {t(`with.${of}`, { points: points ?? 0, weight, counted: counted ?? 0 })}</span>
            ))
          : null}
        {off ? <> {t('afterLate', { off, total: total ?? 0 })}</> : null}
      </p>
    </section>
  )
}
