'use client'
// The first links of a room for whoever goes by keyboard: to what is asked, to the composer, to the record.
import { useTranslations } from 'next-intl'
import { SkipLink } from '#ui/skip-link'

type RoomSkipLinksProps = {
  hasRecord: boolean
  /** Null while the phase has no floor. */
  toComposer: (() => void) | null
}

export function RoomSkipLinks({ hasRecord, toComposer }: RoomSkipLinksProps) {
  const t = useTranslations('now.skip')
  return (
    <>
      <SkipLink to="now-task">{t('task')}</SkipLink>
      {toComposer ? (
        <SkipLink to="statement" onGo={toComposer}>
          {t('composer')}
        </SkipLink>
      ) : null}
      {hasRecord ? <SkipLink to="record-entries">{t('record')}</SkipLink> : null}
    </>
  )
}
