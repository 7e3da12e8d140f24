// The rounds and phases of a record, each leading to its first entry.
import { useTranslations } from 'next-intl'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { Section } from '#simulation/reading/sections'
import styles from './transcript-contents.module.css'
import { sectionTitle } from './transcript-words'

export function TranscriptContents({ sections, plan }: { sections: readonly Section[]; plan: RoomPlan }) {
  const t = useTranslations('transcript')
  const record = useTranslations('record')
  return (
    <nav className={styles.contents} aria-label={t('contents')}>
      <details>
        <summary>{t('contents')}</summary>
        <ol>
          {sections.map((section) => {
            const { title, detail } = sectionTitle(t, record, plan, section)
            const first = section.entries[0]?.no
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
