// The bar of a record's page: links to the other pages of its room, and the exports.

import { useTranslations } from 'next-intl'
import { exportPath } from '#paths'
import { roomPageHref, roomPages } from '#record/room-pages.ts'
import { AppBar } from '../../../_device/app-bar'
import { ExportMenu } from './export-menu'
import type { TranscriptData } from './transcript-data'
import { filterQuery, type TranscriptFilter } from './transcript-filter'

type TranscriptBarProps = {
  reading: TranscriptData
  filter: TranscriptFilter
  /** The plain page with the whole record, when this page renders only part of it. */
  paper: string | null
}

export function TranscriptBar({ reading, filter, paper }: TranscriptBarProps) {
  const t = useTranslations('transcript')
  const { room, viewer } = reading
  return (
    <AppBar
      place={room.name}
      itemsLabel={t('pages.label')}
      items={roomPages(reading).map((page) => ({
        href: roomPageHref(room.id, page),
        label: t(`pages.${page}`),
        current: page === 'transcript',
      }))}
      right={
        <ExportMenu
          file={exportPath(room.id)}
          query={filterQuery(filter)}
          isComplete={viewer.kind === 'chair'}
          paper={paper}
        />
      }
    />
  )
}
