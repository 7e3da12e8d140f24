// Who of the roster goes to which table, where the tables follow its sections or the assistants: each table's names, and those who needed
// a decision, all by name.
import { useFormatter, useTranslations } from 'next-intl'
import type { ClassSplit } from '#simulation/seating/class-tables'
import styles from '../_wizard/wizard.module.css'

type Translate = ReturnType<typeof useTranslations<'new-seminar.seats'>>

/** A table's name as its room will have it. */
export function tableTitle(t: Translate, index: number, split: ClassSplit | null): string {
  const group = split?.tables[index]?.group ?? null
  return group === null ? t('table', { number: index + 1 }) : t('tableOf', { number: index + 1, group })
}

export function WhoGoesWhere({ split }: { split: ClassSplit }) {
  const t = useTranslations('new-seminar.seats')
  const format = useFormatter()
  const { tables, sectionless, unseated } = split
  return (
    <section aria-labelledby="who-goes-where">
      <h2 id="who-goes-where" className={styles.heading}>
        {t('whoGoes')}
      </h2>
      {sectionless.length > 0 ? (
        <p className={`bar ${styles.notice}`}>
          <span>
            {t('sectionless', { count: sectionless.length, names: format.list(sectionless.map(({ name }) => name)) })}
          </span>
        </p>
      ) : null}
      {unseated.length > 0 ? (
        <p className={`bar ${styles.notice}`}>
          <span>
            {t('unseatedNames', { count: unseated.length, names: format.list(unseated.map(({ name }) => name)) })}
          </span>
        </p>
      ) : null}
      {tables.map(({ people }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a table's number is its identity
        <details key={index} className={styles.phases}>
          <summary>{t('tableWho', { table: tableTitle(t, index, split), count: people.length })}</summary>
          <p>{format.list(people.map(({ name }) => name))}</p>
        </details>
      ))}
      <p className="faint">{t('whoGoesText')}</p>
    </section>
  )
}
