// The positions of a reveal side by side, as they are known of then.
import type { CSSProperties } from 'react'
import { PositionCard, type PositionCardProps } from '#record/position-card'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { columnsFor } from '#ui/words/delegations.ts'
import styles from './revealed-positions.module.css'

export function RevealedPositions({
  entry: { sheets = [] },
  about,
}: {
  entry: Pick<Paragraph, 'sheets'>
  about: PositionCardProps['about']
}) {
  return (
    <div className={`fields ${styles.cards}`} style={{ '--columns': columnsFor(sheets.length) } as CSSProperties}>
      {sheets.map((sheet) => (
        <PositionCard key={sheet.delegation} sheet={sheet} about={about} />
      ))}
    </div>
  )
}
