// The rounds and phases of a record, each leading to its first entry.
import { useTranslations } from 'next-intl'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { RecordPage } from '#simulation/reading/record/record-page'
import { sectionTitle } from './exports/transcript-words'
import styles from './transcript-contents.module.css'

export function TranscriptContents({ contents, plan }: Pick<RecordPage, 'contents'> & { plan: RoomPlan }) {
  const t = useTranslations('transcript')
  const record = useTranslations('record')
  return (
    <nav className={`unprinted ${styles.contents}`} aria-label={t('contents')}>
      <details>
        <summary>{t('contents')}</summary>
        <ol>
          {contents.map(({ phase, first }) => {
            const { title, detail } = sectionTitle(t, record, plan, { phase })
            return (
              <li key={first}>
                <a href={`#e${first}`}>{detail ? `${title} · ${detail}` : title}</a>
              </li>
            )
          })}
        </ol>
      </details>
    </nav>
  )
}
