// Whose an entry is: its speaker, and above words that somebody else wrote for them the writer.
import { useTranslations } from 'next-intl'
import type { RoomPlan } from '#simulation/agenda/plan'
import { personOfActor, type SeatId } from '#simulation/kernel/ids'
import type { Paragraph } from '#simulation/reading/transcript'
import { Icon } from '#ui/icon'
import type { RecordContext } from './record-context'
import styles from './record-line.module.css'
import { speakerName } from './speaker-name'

type Statement = Extract<Paragraph, { kind: 'statement' }>

/** The line above words that somebody else wrote for the speaker: whose they are. */
export function SummaryOf({ paragraph: { summary }, about }: { paragraph: Statement; about: RecordContext }) {
  const t = useTranslations('record')
  if (!summary || summary.as === 'speaker') return null
  const by = { person: personOfActor(summary.by), seat: summary.seat }
  const name = speakerName(by, about, (number) => t('erased', { number })) ?? titleOf(about.plan, summary.seat)
  return (
    <span className={styles.summary}>
      <Icon name="pen" /> {t(`turn.summary.${summary.as}`, { name })}
    </span>
  )
}

export const titleOf = (plan: RoomPlan, id: SeatId): string => plan.seats.find((seat) => seat.id === id)?.title ?? id

type Speaking = Pick<Paragraph, 'person' | 'seat' | 'understudy'>

/** The speaker: a display name, "understudy", or the number of a student whose name has been erased. */
export function Who({ paragraph, about }: { paragraph: Speaking; about: RecordContext }) {
  const t = useTranslations('record')
  if (paragraph.understudy) {
    return (
      <span className={styles.understudy}>
        <Icon name="understudy" /> {t('understudy')}
      </span>
    )
  }
  const name = speakerName(paragraph, about, (number) => t('erased', { number }))
  if (name === null) return null
  return <>{paragraph.person === about.own ? t('you', { name }) : name}</>
}
