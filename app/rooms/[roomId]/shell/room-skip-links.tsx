'use client'
// The first links of a room for whoever goes by keyboard: to what is asked, to the composer, to the record.
import { useTranslations } from 'next-intl'
import type { RoomTab } from '#room/phase-screens.ts'
import type { SeatView } from '#room/seat-view.ts'
import { SkipLink } from '#ui/skip-link'
import { isRecordPlace } from './tab-body'

type RoomSkipLinksProps = {
  at: SeatView
  place: RoomTab
  /** Null while the phase has no floor. */
  toComposer: (() => void) | null
}

export function RoomSkipLinks({ at, place, toComposer }: RoomSkipLinksProps) {
  const t = useTranslations('now.skip')
  return (
    <>
      <SkipLink to="now-task">{t('task')}</SkipLink>
      {toComposer ? (
        <SkipLink to="statement" onGo={toComposer}>
          {t('composer')}
        </SkipLink>
      ) : null}
      {isRecordPlace(at, place) ? <SkipLink to="record-entries">{t('record')}</SkipLink> : null}
    </>
  )
}
