// The open brackets of a table's text as they rose and fell, one line of text high, with the newest number in figures.
import { useTranslations } from 'next-intl'
import { BracketLine } from '#record/words/bracket-line'
import type { RoomSummary } from '#simulation/wire/watching'
import styles from './bracket-spark.module.css'

export function BracketSpark({ steps }: { steps: NonNullable<RoomSummary['brackets']> }) {
  const t = useTranslations('wall')
  const last = steps.at(-1)
  if (!last) return null
  return (
    <span
      className={`line ${styles.spark}`}
      role="img"
      aria-label={t('brackets', { open: last.open, start: steps[0]?.open ?? last.open })}
    >
      <span className={styles.line}>
        <BracketLine steps={steps} from={steps[0]?.at ?? last.at} to={last.at} />
      </span>
      <b>[{last.open}]</b>
    </span>
  )
}
