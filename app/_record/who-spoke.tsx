// The speaker of an entry: an understudy's name carries its sign.
import { useTranslations } from 'next-intl'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { Icon } from '#ui/words/icon'
import type { RecordContext } from './entries/record-context'
import { speakerWords } from './entries/speaker-name'
import styles from './record-line.module.css'

type Speaking = Pick<Paragraph, 'person' | 'seat' | 'understudy'>

/** Draws what `speakerWords` says; nothing where no person spoke. */
export function Who({ paragraph, about }: { paragraph: Speaking; about: RecordContext }) {
  const name = speakerWords(paragraph, about, useTranslations('record'))
  if (!paragraph.understudy) return name
  return (
    <span className={`whole ${styles.understudy}`}>
      <Icon name="understudy" /> {name}
    </span>
  )
}
