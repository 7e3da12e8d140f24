// The bar of a record's page: the other pages of its room, and the record as a file or on paper.
import { useTranslations } from 'next-intl'
import { AppBar } from '#ui/app-bar'
import { LinkButton } from '#ui/button'
import { PrintButton } from './print-button'
import type { Reading } from './reading'
import { filterQuery, type TranscriptFilter } from './transcript-filter'

type TranscriptBarProps = { reading: Reading; filter: TranscriptFilter }

export function TranscriptBar({ reading, filter }: TranscriptBarProps) {
  const t = useTranslations('transcript')
  const { room, viewer } = reading
  const opened = reading.state.unsealedAt === null ? [] : (['debrief'] as const)
  const pages =
    viewer.kind === 'chair'
      ? (['desk', 'marks', 'transcript', 'debrief'] as const)
      : (['room', 'transcript', ...opened] as const)
  const query = filterQuery(filter)
  const file = `/rooms/${room.id}/transcript/export`
  return (
    <AppBar
      place={room.name}
      itemsLabel={t('pages.label')}
      items={pages.map((page) => ({
        href: page === 'room' ? `/rooms/${room.id}` : `/rooms/${room.id}/${page}`,
        label: t(`pages.${page}`),
        current: page === 'transcript',
      }))}
      right={
        <>
          <LinkButton size="dense" href={`${file}?format=md${query ? `&${query}` : ''}`} download prefetch={false}>
            {t(query ? 'export.markdownExcerpt' : 'export.markdown')}
          </LinkButton>
          <LinkButton size="dense" href={`${file}?format=json`} download prefetch={false}>
            {t('export.json')}
          </LinkButton>
          <PrintButton />
        </>
      }
    />
  )
}
