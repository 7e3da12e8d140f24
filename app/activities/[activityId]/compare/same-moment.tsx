// The same moment at every table: the first words that everybody heard there, by office and without a name.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { durationWords } from '#format/lengths'
import { comparePath, entryPath } from '#paths'
import type { PlayedTable } from '#simulation/reading/positions/compared-tables'
import {
  atEachTable,
  type Moment,
  type MomentAtTable,
  momentName,
  sharedMoments,
  type ToldWords,
  type WordsAtTables,
} from '#simulation/reading/positions/same-moment'
import { Placard } from '#ui/charts/placard'
import { delegationIn } from '#ui/words/delegations.ts'
import { GappedWords } from '../../../_record/words/gapped-words'
import type { CompareChoices } from './asked'
import styles from './compare.module.css'
import { type OwnTable, RecordLink } from './record-link'

type SameMomentProps = OwnTable & {
  activityId: string
  tables: readonly PlayedTable[]
  words: WordsAtTables
  asked: CompareChoices
  timeZone: string
}

export function SameMoment({ activityId, own, tables, words, asked, timeZone }: SameMomentProps) {
  const t = useTranslations('compare.moment')
  const { measure: of, order, moment, stage } = asked
  if (!moment) return null
  const name = (one: Moment) =>
    one.kind === 'news' ? t('news', { headline: one.title }) : t('round', { title: one.title })
  return (
    <section className={styles.section} id="moment">
      <h2>{name(moment)}</h2>
      <nav aria-label={t('which')} className={`acts unprinted ${styles.choices}`}>
        <ul>
          {sharedMoments(tables).map((one) => (
            <li key={momentName(one)}>
              <Link
                href={comparePath(activityId, { of, order, moment: momentName(one), view: stage ? 'stage' : null })}
                aria-current={momentName(one) === momentName(moment) ? 'true' : undefined}
                scroll={false}
              >
                {name(one)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ol className={styles.moments}>
        {atEachTable(tables, moment).map((one) => (
          <li key={one.table.id}>
            <h3>{one.table.name}</h3>
            <AtTable own={own} one={one} words={words.get(one.table.id)} timeZone={timeZone} />
          </li>
        ))}
      </ol>
    </section>
  )
}

type AtTableProps = OwnTable & {
  one: MomentAtTable
  words: ToldWords | undefined
  timeZone: string
}

function AtTable({ own, one: { table, said, after }, words, timeZone }: AtTableProps) {
  const t = useTranslations('compare.moment')
  const record = useTranslations('record')
  if (!said || !words) return <p className={styles.nothing}>{t('nothing')}</p>
  const delegation = delegationIn(table.played, said.delegation)
  return (
    <>
      <p className={styles.words}>
        {delegation ? <Placard delegation={delegation} size="xs" /> : null} {said.office ? <b>{said.office}.</b> : null}{' '}
        <GappedWords {...words} plan={table.played} timeZone={timeZone} />
      </p>
      <p className={styles.foot}>
        {after === null ? null : <>{t('after', { time: durationWords(record, after / 1000) })} · </>}
        <RecordLink own={own} table={table.id} href={entryPath(table.id, said.no)}>
          {t('entry', { no: said.no })}
        </RecordLink>
      </p>
    </>
  )
}
