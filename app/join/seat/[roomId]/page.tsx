// The join page, third step: a seat. The room's socket says which seats are free and assigns one.

import { notFound, redirect } from 'next/navigation'
import { caller } from '#access'
import { joinPath, roomPath } from '#paths'
import { accessRoom } from '#server/store/access/access'
import { readSettings } from '#server/store/activities/settings'
import { readOfficeLines } from '#server/store/scenarios/stored-copy'
import { readOwnSeatings } from '#server/store/seating/seat-choices'
import { titled } from '#ui/page/messages'
import { JoinPage } from '../../join-page'
import { SeatForm } from './seat-form'

type Props = { params: Promise<{ roomId: string }> }

export const generateMetadata = titled('join.seat.heading')

export default async function SeatPage({ params }: Props) {
  const { roomId } = await params
  const me = await caller()
  if (!me) redirect(joinPath())
  const found = await accessRoom(me, roomId)
  if (!found) notFound()
  if (found.as.kind === 'staff') redirect(roomPath(roomId))
  const [{ seating }, offices, own] = await Promise.all([
    readSettings(found.activity.id),
    readOfficeLines(found.activity.id),
    readOwnSeatings(me.id),
  ])
  const asked = own.some(({ activityId, choosing }) => choosing && activityId === found.activity.id)
  return (
    <JoinPage step={3}>
      <SeatForm roomId={roomId} table={found.room.name} seating={seating} offices={offices} asked={asked} />
    </JoinPage>
  )
}
