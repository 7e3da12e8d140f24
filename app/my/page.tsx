// A student's own page: what is due, done and owed over everything they take part in, with the way to each room, record and mark.

import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { coursesPath, joinPath, myMarksPath, myPath, signInPath } from '#paths'
import { readRoomFor } from '#server/store/access/room-for-reader'
import { readPlacesOf } from '#server/store/activities/participants'
import { readRolls } from '#server/store/activities/rooms'
import { readGlances } from '#server/store/log/room-facts'
import { readPlans } from '#server/store/log/room-plans'
import type { Person } from '#server/store/people/users'
import { whoIs } from '#server/web/identity'
import { personId } from '#simulation/kernel/ids'
import { AppBar } from '#ui/app-bar'
import { LinkButton } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { Messages } from '#ui/messages'
import styles from './my.module.css'
import { OwnPage } from './own-page'
import { inOrder, type Place, placeOf } from './place-of'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('my'))('title') }
}

async function readPlaces(user: Person, now: number): Promise<readonly Place[]> {
  const rows = await readPlacesOf(user.id)
  const seated = rows.flatMap(({ roomId, participantId }) =>
    roomId === null ? [] : [{ roomId, person: participantId }],
  )
  const ids = seated.map(({ roomId }) => roomId)
  const [glances, rolls, plans] = await Promise.all([readGlances(seated), readRolls(ids), readPlans(ids)])
  const rooms = new Map(seated.map(({ roomId }, index) => [roomId, glances[index] ?? null]))
  const places = await Promise.all(
    rows.map(async ({ participantId, roomId, kind, timeZone, releasedAt, ...row }): Promise<Place | null> => {
      const { activityId, roomName, title, courseTitle } = row
      const own = { activityId, roomId, roomName, title, courseTitle }
      const about = { ...own, courseZone: timeZone, kind, released: releasedAt !== null }
      if (roomId === null) return placeOf(about, null, null, {})
      const room = rooms.get(roomId)
      // What is asked of them stands in the record; a seminar asks nothing here.
      const reading = room && kind === 'homework' ? await readRoomFor(user, roomId) : null
      // Whoever was removed from a room has no way back to it here either.
      if (!room || (kind === 'homework' && !reading)) return null
      const debate = reading && { state: reading.state, person: personId.parse(participantId), now }
      return placeOf(about, { ...room, plan: plans.get(roomId) }, debate, rolls.get(roomId) ?? {})
    }),
  )
  return inOrder(places.flatMap((place) => place ?? []))
}

export default async function MyPage() {
  const t = await getTranslations('my')
  const me = await whoIs(await headers())
  if (!me) redirect(signInPath(myPath()))
  const now = Date.now()
  const places = await readPlaces(me.user, now)
  const account = me.user.kind === 'account'
  if (places.length === 0 && account) redirect(coursesPath())
  return (
    <Messages namespaces={['my', 'homework-room', 'record']}>
      <AppBar
        itemsLabel={t('bar.label')}
        items={[
          { href: myPath(), label: t('bar.own'), current: true },
          { href: myMarksPath(), label: t('bar.marks') },
          ...(account ? [{ href: coursesPath(), label: t('bar.courses') }] : []),
        ]}
      />
      <main id="main" className={styles.page}>
        {places.length === 0 ? (
          <EmptyState level={1} title={t('none')} action={<LinkButton href={joinPath()}>{t('join')}</LinkButton>}>
            {t('noneText')}
          </EmptyState>
        ) : (
          <OwnPage places={places} serverNow={now} />
        )}
      </main>
    </Messages>
  )
}
