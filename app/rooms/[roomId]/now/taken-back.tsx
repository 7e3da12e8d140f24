'use client'
// Says that the chair took back my turn, in whichever tab I am and whoever has the floor now. It stays until I close it, I have the floor
// again, or the phase ends.
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import type { Now } from '#simulation/reading/talk/now'
import { Button } from '#ui/controls/button'
import styles from './now-head.module.css'

const instant = z.int()

export function TakenBack({ at: { roomId, person }, now: { takenBack } }: { at: SeatView; now: Now }) {
  const t = useTranslations('now')
  const [closed, close] = useLocalStorage({ roomId, person }, 'taken-back-closed', instant, 0)
  if (takenBack === null || takenBack <= closed) return null
  return (
    <div className={`line ${styles.notice}`}>
      <p>{t('takenBack')}</p>
      <Button kind="quiet" size="dense" icon="close" aria-label={t('close')} onClick={() => close(takenBack)} />
    </div>
  )
}
