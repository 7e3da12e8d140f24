// One piece of news as a line of its reader's page: what it leads to, and where.
import { doPath, entryPath, myBesidePath, myMarksInPath, myPath, roomPath } from '#paths'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { NewsItem } from '#simulation/beside/news'
import { pageOfNews } from '#simulation/beside/slices'
import { type Delegation, delegationIn } from '#ui/words/delegations.ts'

export type NewsLine = Pick<NewsItem, 'id' | 'kind' | 'at' | 'entry'> & {
  isNew: boolean
  from: Delegation | null
  deadline: Pick<NonNullable<NewsItem['deadline']>, 'kind' | 'at' | 'lateUntil'> | null
  href: string
  title: string
  courseZone: string
}

type NewsPlace = Readonly<{
  participantId: string
  activityId: string
  roomId: string | null
  title: string
  timeZone: string
  room: Readonly<{ plan: RoomPlan | undefined }> | null
}>

export function newsLineOf({ place, isNew, ...item }: NewsItem & { place: NewsPlace; isNew: boolean }): NewsLine {
  const { id, kind, at, entry, deadline } = item
  return {
    ...{ id: `${place.participantId}/${id}`, kind, at, entry, isNew, title: place.title, courseZone: place.timeZone },
    from: (item.from && delegationIn(place.room?.plan, item.from)) ?? null,
    deadline: deadline && { kind: deadline.kind, at: deadline.at, lateUntil: deadline.lateUntil },
    href: addressOf(item, place),
  }
}

function addressOf({ kind, entry, deadline }: NewsItem, { activityId, roomId }: NewsPlace): string {
  if (kind === 'released') return myMarksInPath(activityId)
  const page = pageOfNews(kind)
  if (page !== null) return myBesidePath(page, activityId)
  if (roomId === null) return myPath()
  if (entry !== null) return entryPath(roomId, entry)
  return deadline?.where ? doPath(roomId, deadline.where) : roomPath(roomId)
}
