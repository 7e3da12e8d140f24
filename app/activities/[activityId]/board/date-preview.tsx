'use client'
// What a change of dates would change, old beside new, in each room of the debate; rooms that change alike stand together.
import { useLocale, useTranslations } from 'next-intl'
import { shortWeekdayAndTime } from '#format/days'
import { commaList } from '#format/lists'
import { alike, type DateChange } from '#simulation/reading/date-moves'
import styles from './board.module.css'

type DatePreviewProps = {
  rooms: readonly { room: string; changes: readonly DateChange[] }[]
  timeZone: string
}

export function DatePreview({ rooms, timeZone }: DatePreviewProps) {
  const t = useTranslations('board.dates')
  const phases = useTranslations('record.homeworkPhases')
  const locale = useLocale()
  const when = (at: number) => shortWeekdayAndTime(locale, at, timeZone)
  return alike(rooms).map(({ rooms: among, changes }) => (
    <table key={among[0]} className={styles.changes}>
      <caption>{among.length === rooms.length ? null : commaList(locale, among)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('part')}</th>
          <th scope="col">{t('from')}</th>
          <th scope="col">{t('to')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ phase, kind, from, to, late }) => (
          <tr key={phase}>
            <th scope="row">{phases(kind)}</th>
            <td>{when(from)}</td>
            <td>{late ? t('late', { when: when(to) }) : when(to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ))
}
