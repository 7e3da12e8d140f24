// An entry of the record and all that stands beneath it, as one article: it takes the focus itself, and a screen reader says its number, its
// office and its words.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { wordsOf } from '#ui/charts/record-entry'
import styles from './transcript-section.module.css'

type EntryArticleProps = { entry: Paragraph; plan: RoomPlan; children: ReactNode }

export function EntryArticle({ entry: { id: name, seat }, plan, children }: EntryArticleProps) {
  const t = useTranslations('ui.record')
  const office = plan.seats.find(({ id }) => id === seat)?.title
  const number = t('permalink', { number: name })
  return (
    <article
      className={styles.entry}
      data-entry={name}
      tabIndex={-1}
      aria-label={office ? `${number}, ${office}` : number}
      aria-describedby={wordsOf(name)}
    >
      {children}
    </article>
  )
}
