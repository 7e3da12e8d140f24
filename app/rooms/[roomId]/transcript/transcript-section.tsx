// One phase of the record on a plain page: its heading, then its entries.
import { useTranslations } from 'next-intl'
import { memo, type ReactNode } from 'react'
import type { RecordContext } from '#record/entries/record-context.ts'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { Beside } from '#simulation/reading/record/record-page'
import type { Section } from '#simulation/reading/record/sections'
import { Band } from '#ui/charts/band'
import { RecordList } from '#ui/charts/record-entry'
import { TranscriptEntry } from './entries/transcript-entry'
import { EntryArticle } from './entry-article'
import { rangeWords, sectionTitle } from './exports/transcript-words'
import paper from './paper.module.css'
import styles from './transcript-section.module.css'

type TranscriptSectionProps = {
  section: Section
  about: RecordContext
  /** Additions by entry number. */
  beside: Readonly<Record<string, Beside>>
  roomName: string
  actions?: ((entry: Paragraph) => ReactNode) | undefined
  /** The entry that the address names, where the browser cannot find it because it came after the page. */
  target?: string | null
}

/** Not drawn again while another section comes to the page. */
export const TranscriptSection = memo(function TranscriptSection(props: TranscriptSectionProps) {
  const { section, about, beside, roomName, actions, target = null } = props
  const t = useTranslations('transcript')
  const record = useTranslations('record')
  const isPrivate = ({ no }: Paragraph) => beside[no]?.isPrivate === true
  const { title, detail } = sectionTitle(t, record, about.plan, section)
  return (
    <section className={`${styles.section} ${section.entries.every(isPrivate) ? paper.private : ''}`}>
      <Band whole level={2} title={title} detail={detail} right={rangeWords(t, section.range)} />
      <RecordList label={detail ? `${title}, ${detail}` : title}>
        {section.entries.map((entry) => (
          <li key={entry.id} className={isPrivate(entry) ? paper.private : undefined}>
            <EntryArticle entry={entry} plan={about.plan}>
              <TranscriptEntry
                entry={entry}
                about={about}
                beside={beside[entry.no]}
                roomName={roomName}
                selected={target !== null && (entry.id === target || entry.was === target)}
                actions={actions?.(entry)}
              />
            </EntryArticle>
          </li>
        ))}
      </RecordList>
    </section>
  )
})
