// The tables furthest from the middle, each with the entry at which it first closed outside of the middle half of all tables.
import { useLocale, useTranslations } from 'next-intl'
import { andList } from '#format/lists'
import { debriefPath, entryPath } from '#paths'
import { unsigned } from '#ui/words/signed.ts'
import styles from './compare.module.css'
import { ApartProof, type ComparedProofProps } from './compared-proofs'
import { RecordLink } from './record-link'

export function StandApart(proven: ComparedProofProps) {
  const t = useTranslations('compare.apart')
  const locale = useLocale()
  const { own, compared } = proven
  const { apart } = compared
  if (!apart) return null
  const { tables, fromMiddle } = apart
  const names = andList(
    locale,
    tables.map(({ name }) => name),
  )
  return (
    <section className={styles.section}>
      <h2>{t('title', { names, count: tables.length })}</h2>
      <p>{t('how', { distance: unsigned(fromMiddle), count: tables.length })}</p>
      <ApartProof {...proven} />
      <ul className={`fields ${styles.apart}`}>
        {tables.map(({ table, name, at }) => (
          <li key={table}>
            <b>
              <bdi>{name}</bdi>
            </b>
            <p className={styles.words}>
              {at
                ? t('at', { round: at.title, closing: unsigned(at.closing), median: unsigned(at.median) })
                : t('nowhere')}
            </p>
            <p className={`acts ${styles.links}`}>
              {at ? (
                <RecordLink own={own} table={table} href={entryPath(table, at.entry)}>
                  {t('entry', { no: at.entry })}
                </RecordLink>
              ) : null}
              {own === null || own === table ? <a href={debriefPath(table)}>{t('debrief')}</a> : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
