'use client'
// In a homework debate, who acts for a head who has not come, said to whoever does and to the rest of the delegation (rules S22, S23).
import { useTranslations } from 'next-intl'
import { actsFor } from '#simulation/questions/seats'
import { actingHead } from '#simulation/state/room-state'
import { holderName, type SeatView } from '../link/seat-view'
import styles from './acting-line.module.css'

export function ActingLine({ at }: { at: SeatView }) {
  const t = useTranslations('homework-room.acting')
  const { state, seat, delegation } = at
  const acting = delegation === null ? null : actingHead(state, delegation)
  const head = acting && actsFor(state, acting)
  if (!acting || !head || acting.holder === null) return null
  const values = { head: head.title, who: holderName(at, acting) ?? acting.title }
  return (
    <p className={`note ${styles.line}`} role="status">
      {t(acting.id === seat.id ? 'own' : 'other', values)}
    </p>
  )
}
