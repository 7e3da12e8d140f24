// What a reveal opened: the three positions side by side, each with its words, its red line and what it leans on.
import { useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import type { EventOf } from '#simulation/kernel/room-event'
import { PositionCard } from '#ui/position-card'
import { TABLE_ORDER } from '../../../_ui/table-order'
import styles from './revealed-positions.module.css'

type RevealedPositionsProps = { positions: EventOf<'PositionsRevealed'>['positions']; timeZone?: string | undefined }

export function RevealedPositions({ positions, timeZone }: RevealedPositionsProps) {
  const t = useTranslations('transcript')
  const ui = useTranslations('ui')
  return (
    <div className={styles.cards}>
      {TABLE_ORDER.map((delegation) => {
        const open = positions[delegation]
        if (!open) return <PositionCard key={delegation} delegation={delegation} state="revealed" value={null} />
        const { value, text, redLine, anchors } = open.position
        const time = timeOfDay(open.filedAt, timeZone ? { timeZone } : {})
        const leans = anchors.map((anchor) => (typeof anchor === 'string' ? `¶ ${anchor}` : anchor.source))
        const meta = [
          ui('position.filed', { time }),
          open.revision > 1 ? t('revision', { number: open.revision }) : null,
          ...leans,
        ]
        return (
          <PositionCard
            key={delegation}
            delegation={delegation}
            state="revealed"
            value={value}
            text={text}
            redLine={redLine}
            meta={meta.filter((part) => part !== null).join(' · ')}
          />
        )
      })}
    </div>
  )
}
