'use client'
// The first links of a room for whoever goes by keyboard: to what is asked, to the composer, to the record.
import { useTranslations } from 'next-intl'
import { SkipLink } from '#ui/page/skip-link'

type RoomSkipLinksProps = {
  /** Whether the entries of the record are on the page. */
  record: boolean
  /** Null while the phase has no floor, and where the composer is not on the page. */
  toComposer: (() => void) | null
}

export function RoomSkipLinks({ record, toComposer }: RoomSkipLinksProps) {
  const t = useTranslations('now.skip')
  return (
    <>
      <SkipLink to="now-task">{t('task')}</SkipLink>
      {toComposer ? (
        <SkipLink to="statement" onGo={toComposer}>
          {t('composer')}
        </SkipLink>
      ) : null}
      {record ? <SkipLink to="record-entries">{t('record')}</SkipLink> : null}
    </>
  )
}
