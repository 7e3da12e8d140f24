// The bar of a record's page, with the sheet through which it leaves.
import { transcriptPath } from '#paths'
import type { ActivityFrame } from '#simulation/reading/activity-frame'
import { mayLookBack } from '#simulation/secrecy/side-channels'
import { delegationsIn } from '#ui/words/delegations.ts'
import { ActivityBar } from '../../../_device/activity-bar'
import type { TranscriptData } from './exports/transcript-data'
import { ShareSheet } from './share/share-sheet'
import { filterQuery, type TranscriptFilter } from './transcript-filter'

type TranscriptBarProps = { frame: ActivityFrame | null; reading: TranscriptData; filter: TranscriptFilter }

export function TranscriptBar({ frame, reading, filter }: TranscriptBarProps) {
  const { room, viewer, state, steers, course } = reading
  const looksBack = mayLookBack(viewer, state.unsealedAt !== null)
  return (
    <ActivityBar
      frame={frame}
      page="transcript"
      atTable={transcriptPath}
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
