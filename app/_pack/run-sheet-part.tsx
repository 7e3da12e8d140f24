// The run sheet: a seminar on one page, minute by minute, with what to say and what to watch. Minutes come from the agenda.
import { useTranslations } from 'next-intl'
import { type RunRow, runRows } from '#simulation/reading/scenario-pack'
import type { Scenario, SeminarAgenda } from '#simulation/scenario/scenario'
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
      <div className={styles.three}>
        {scenario.runSheet?.wrong.map(({ title, text }) => (
          <div key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </div>
        ))}
      </div>
    </PackPart>
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
