// Somebody's deadlines, and those of the debates they run, for the calendar program that was given their secret address. It holds titles and dates, and nothing that anybody
// wrote.
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { boardPath, myBesidePath, myPath, workPath } from '#paths'
import { phaseName } from '#record/entries/phase-name.ts'
import { environment } from '#server/base/environment'
import { readOwnBeside } from '#server/store/beside/known-beside'
import { readDeletedDeadlines, readRunDeadlines } from '#server/store/homework/run-deadlines'
import { findCalendarOwner } from '#server/store/people/calendar-link'
import { type OwnRoom, readOwnRooms } from '#server/store/rooms/own-rooms'
import { askedBeside } from '#simulation/beside/slices'
import { personId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import { type Deadline, deadlinesOf, doAddressOf } from '#simulation/reading/homework/deadlines'
import { unlessNewer } from '../../_files/unless-newer'
import { type CalendarEntry, calendarFile } from './feed'

type Context = { params: Promise<{ file: string }> }

export const GET = (_: Request, context: Context): Promise<Response> => unlessNewer(() => calendar(context))

async function calendar({ params }: Context): Promise<Response> {
  const { file } = await params
  const owner = file.endsWith('.ics') ? await findCalendarOwner(file.slice(0, -'.ics'.length)) : null
  if (!owner) notFound()
  const [t, record, rooms, run] = await Promise.all([
    getTranslations('my.calendar'),
    getTranslations('record'),
    readOwnRooms(owner, { annotations: false }),
    readRunDeadlines(owner),
  ])
  const { publicUrl } = environment()
  const { host } = new URL(publicUrl)
  const now = Date.now()
  const known = await readOwnBeside(rooms, now)
  const beside = rooms.flatMap(({ activityId, title, courseTitle, participantId }) =>
    askedBeside(known.get(participantId) ?? {})
      .filter(({ counted }) => counted.asked > 0)
      .map(
        ({ key, page, closes: at }): CalendarEntry => ({
          id: `${activityId}-${page}@${host}`,
          // The days are a setting, of which no changes are counted: each reading is newer than the one before.
          ...{ version: Math.floor(now / MINUTE_MS), at },
          summary: t('due', { what: t(`beside.${key}`), title }),
          description: courseTitle,
          url: publicUrl + myBesidePath(page, activityId),
        }),
      ),
  )
  const asStaff = run.flatMap(({ activityId, title, courseTitle, isDeleted, deadlines }) =>
    deadlines.map(
      ({ phase, kind, at, version, room }): CalendarEntry => ({
        id: `${[activityId, phase, 'all', ...(room === null ? [] : [encodeURIComponent(room)])].join('-')}@${host}`,
        ...{ version, at, cancelled: isDeleted },
        summary: t(room === null ? 'due' : 'dueIn', {
          ...{ what: phaseName(record, { kind: 'homework' }, kind), title },
          ...(room === null ? {} : { room }),
        }),
        description: courseTitle,
        url: publicUrl + boardPath(activityId),
      }),
    ),
  )
  type Own = Pick<OwnRoom, 'activityId' | 'title' | 'courseTitle'> & { deadlines: readonly Deadline[] }
  const entriesOf = ({ activityId, title, courseTitle, deadlines }: Own, roomId: string | null): CalendarEntry[] =>
    deadlines.map((due) => ({
      id: `${activityId}-${due.phase}@${host}`,
      ...{ version: due.version, at: due.at, cancelled: roomId === null },
      summary: t('due', { what: phaseName(record, { kind: 'homework' }, due.kind), title }),
      description: courseTitle,
      url: publicUrl + (roomId === null ? myPath() : workPath(roomId, doAddressOf(due))),
    }))
  const entries = rooms.flatMap(({ participantId, roomId, debate, ...about }) =>
    debate && roomId !== null
      ? entriesOf({ ...about, deadlines: deadlinesOf(debate, personId.parse(participantId), now) }, roomId)
      : [],
  )
  const gone = (await readDeletedDeadlines(owner.id, now)).flatMap((debate) => entriesOf(debate, null))
  return new Response(calendarFile(t('name'), [...entries, ...gone, ...beside, ...asStaff], now), {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=300' },
  })
}
