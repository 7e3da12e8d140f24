// The run sheet on one page: a seminar minute by minute, with what to say and what to watch, or a homework debate day by day, with what
// each part asks. Minutes and days come from the agenda.
import { useTranslations } from 'next-intl'
import { type DayRow, dayRows, type RunRow, runRows } from '#simulation/reading/record/scenario-pack'
import type { HomeworkAgenda, Scenario, SeminarAgenda } from '#simulation/scenario/scenario'
import styles from './instructor.module.css'
import { PackPart } from './pack-page'

export function RunSheetPart({ scenario, agenda }: { scenario: Scenario; agenda: SeminarAgenda }) {
  const t = useTranslations('pack.run')
  const minutes = Math.round(agenda.totalSeconds / 60)
  return (
    <PackPart id="run" title={t('title', { title: agenda.title, minutes })} right={t('right')}>
      <table className={styles.run}>
        <thead>
          <tr>
            <th scope="col">{t('minute')}</th>
            <th scope="col">{t('happens')}</th>
            <th scope="col">{t('say')}</th>
            <th scope="col">{t('watch')}</th>
          </tr>
        </thead>
        <tbody>
          {runRows(scenario, agenda).map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row's place is its identity
            <Row key={place} row={row} />
          ))}
        </tbody>
      </table>
      <GoesWrong scenario={scenario} />
    </PackPart>
  )
}

export function DaySheetPart({ scenario, agenda }: { scenario: Scenario; agenda: HomeworkAgenda }) {
  const t = useTranslations('pack.run')
  return (
    <PackPart id="run" title={t('days', { title: agenda.title, days: agenda.totalDays })} right={t('daysRight')}>
      <table className={styles.run}>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t('happens')}</th>
            <th scope="col">{t('asked')}</th>
            <th scope="col">{t('watch')}</th>
          </tr>
        </thead>
        <tbody>
          {dayRows(scenario, agenda).map((row) => (
            <Days key={`${row.phase}-${row.from}`} row={row} />
          ))}
        </tbody>
      </table>
      <GoesWrong scenario={scenario} />
    </PackPart>
  )
}

function GoesWrong({ scenario }: { scenario: Scenario }) {
  return (
    <div className={styles.three}>
      {scenario.runSheet?.wrong.map(({ title, text }) => (
        <div key={title}>
          <h3>{title}</h3>
          <p>{text}</p>
        </div>
      ))}
    </div>
  )
}

function Days({ row: { phase, from, due, time, note, required, said, news } }: { row: DayRow }) {
  const t = useTranslations('pack.run')
  const phases = useTranslations('record.homeworkPhases')
  return (
    <tr>
      <th scope="row">{from === due ? due : t('span', { from, due })}</th>
      <td>
        <b>{phases(phase)}</b>
        <small>{t('until', { due, time })}</small>
      </td>
      <td className={styles.say}>
        {note}
        {required === null ? null : <small>{required}</small>}
        {said === null ? null : <small>{said.say}</small>}
      </td>
      <td>
        {said?.watch}
        {news.map((each) => (
          <small key={each.headline}>{t('newsOn', each)}</small>
        ))}
      </td>
    </tr>
  )
}

function Row({ row: { minute, phase, tension, folded, say, watch, within, news } }: { row: RunRow }) {
  const t = useTranslations('pack.run')
  const phases = useTranslations('record.phases')
  return (
    <tr>
      <th scope="row">{minute}</th>
      <td>
        <b>{tension ? tension.title : phase ? phases(phase) : null}</b>
        {folded.length > 0 ? <small>{t('folded', { titles: folded.join(', ') })}</small> : null}
      </td>
      <td className={styles.say}>
        {say}
        {within.map((each) => (
          <small key={each.phase}>{t('within', { phase: phases(each.phase), say: each.say, watch: each.watch })}</small>
        ))}
      </td>
      <td>
        {watch}
        {news.map((each) => (
          <small key={each.headline}>{t('news', each)}</small>
        ))}
      </td>
    </tr>
  )
}
