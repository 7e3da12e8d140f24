// The works behind the letters of the citations, once at the foot of a record: on paper and away from the room, "¶ E3.1" alone names nothing.
import { useTranslations } from 'next-intl'
import type { RoomPlan } from '#simulation/agenda/plan'
import { sourceWords } from './exports/transcript-words'
import styles from './transcript-sources.module.css'

export function TranscriptSources({ plan }: { plan: RoomPlan }) {
  const t = useTranslations('transcript')
  if (plan.sources.length === 0) return null
  return (
    <ul className={styles.sources} aria-label={t('sources.label')}>
      {sourceWords(t, plan).map(({ work, url }) => (
        <li key={work}>
          {work} {url ? <a href={url}>{url}</a> : null}
        </li>
      ))}
    </ul>
  )
}
