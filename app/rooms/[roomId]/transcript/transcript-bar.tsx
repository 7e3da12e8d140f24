// The bar of a record's page: links to the other pages of its room, and the sheet through which it leaves.

import { useTranslations } from 'next-intl'
import { roomPageHref, roomPages } from '#record/room-pages.ts'
import { mayLookBack } from '#simulation/secrecy/side-channels'
import { delegationsIn } from '#ui/delegations.ts'
import { AppBar } from '../../../_device/app-bar'
import { ShareSheet } from './share/share-sheet'
import type { TranscriptData } from './transcript-data'
import { filterQuery, type TranscriptFilter } from './transcript-filter'

export function TranscriptBar({ reading, filter }: { reading: TranscriptData; filter: TranscriptFilter }) {
  const t = useTranslations('transcript')
  const { room, viewer, state, steers, course } = reading
  const looksBack = mayLookBack(viewer, state.unsealedAt !== null)
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
        <ShareSheet
          room={{ id: room.id, name: room.name }}
          query={filterQuery(filter)}
          isStaff={viewer.kind === 'chair'}
          mayLink={steers}
          timeZone={course.timeZone}
          sides={looksBack ? delegationsIn(state.plan).map(({ id, name }) => ({ id, name })) : []}
        />
      }
    />
  )
}
