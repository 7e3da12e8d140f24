// The positions of a reveal side by side, as they are known of then.
import { PositionCard, type PositionCardProps } from '#record/position-card'
import type { Paragraph } from '#simulation/reading/log/transcript'
import styles from './revealed-positions.module.css'

export function RevealedPositions({
  entry: { sheets = [], stage },
  about,
}: {
  entry: Pick<Extract<Paragraph, { kind: 'reveal' }>, 'sheets' | 'stage'>
  about: PositionCardProps['about']
}) {
  return (
    <div className={`fields ${styles.cards}`}>
      {sheets.map((sheet) => (
        <PositionCard key={sheet.delegation} sheet={sheet} about={about} openingStood={stage === 'closing'} />
      ))}
    </div>
  )
}
