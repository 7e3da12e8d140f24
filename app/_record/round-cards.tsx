// The positions of a round in full, side by side, folded until opened: beneath a chart or a table of marks.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import type { RoundPlan } from '#simulation/agenda/plan'
import { positionSheets } from '#simulation/reading/log/position-sheet'
import { struckAt } from '#simulation/reading/log/strikes'
import type { RoomState } from '#simulation/state/room-state'
import { columnsFor } from '#ui/words/delegations.ts'
import { PositionCard, type PositionCardProps } from './position-card'
import styles from './round-cards.module.css'

type RoundCardsProps = { state: RoomState; round: RoundPlan; about: Omit<PositionCardProps['about'], 'plan'> }

export function RoundCards({ state, round, about }: RoundCardsProps) {
  const t = useTranslations('record')
  const sheets = positionSheets(state, round.key)
  if (sheets.every(({ opening, closing }) => opening === null && closing === null)) return null
  return (
    <details className={styles.round}>
      <summary className="note">{t('card.inFull', { round: round.title })}</summary>
      <div className={`form ${styles.cards}`} style={{ '--columns': columnsFor(sheets.length) } as CSSProperties}>
        {sheets.map((sheet) => (
          <PositionCard
            key={sheet.delegation}
            sheet={sheet}
            about={{ ...about, plan: state.plan }}
            offAt={(place) => struckAt(state, place)}
          />
        ))}
      </div>
    </details>
  )
}
