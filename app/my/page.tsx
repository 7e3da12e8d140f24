// A student's page: what is due, done and owed in all their activities, with links to each room, record and mark.

import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signedIn } from '#access'
import { coursesPath, joinPath, myMailPath, myPath } from '#paths'
import { environment } from '#server/base/environment'
import { readOwnBeside } from '#server/store/beside/known-beside'
import { isListed } from '#server/store/courses/roster'
import { readCalendarToken } from '#server/store/people/calendar-link'
import { readAskedForWords } from '#server/store/records/words-for-research'
import { readNewsIn, readNewsMark } from '#server/store/rooms/own-news'
import { type OwnRoom, readOwnRooms } from '#server/store/rooms/own-rooms'
import { readOwnSeatings } from '#server/store/seating/seat-choices'
import { countUnread, shownNews } from '#simulation/beside/news'
import { askedBeside, type KnownBeside } from '#simulation/beside/slices'
import { personId } from '#simulation/kernel/ids'
import { LinkButton } from '#ui/controls/button'
import { EmptyState } from '#ui/page/empty-state'
import { Messages, titled } from '#ui/page/messages'
import { type ActivityCard, activityCardOf, inOrder } from './activity-card'
import { AskedSeats } from './asked-seats'
import { CalendarSection } from './calendar-section'
import styles from './my.module.css'
import { newsLineOf } from './news-line'
import { OwnBar } from './own-bar'
import { OwnPage } from './own-page'
import { SinceHere } from './since-here'
import { WordsAsked } from './words-asked'

export const generateMetadata = titled('my.title')

function placesOf(
  rooms: readonly OwnRoom[],
  known: ReadonlyMap<string, KnownBeside>,
  now: number,
): readonly ActivityCard[] {
  return inOrder(
    rooms.map(({ participantId, timeZone, releasedAt, room, debate, ...own }) => {
      const about = {
        ...{ ...own, courseZone: timeZone, released: releasedAt !== null },
        beside: askedBeside(known.get(participantId) ?? {}),
      }
      const person = personId.parse(participantId)
      return activityCardOf(about, room, debate && { state: debate, person, now }, room?.displayNames ?? {})
    }),
  )
}

export default async function MyPage() {
  const me = await signedIn(myPath())
  const now = Date.now()
  const [rooms, seatings, words, mail, mark] = await Promise.all([
    readOwnRooms(me),
    readOwnSeatings(me.id),
    readAskedForWords(me.id),
    getTranslations('mail.own'),
    readNewsMark(me.id),
  ])
  const beside = await readOwnBeside(rooms, now)
  const places = placesOf(rooms, beside, now)
  const news = await readNewsIn(rooms, beside, now)
  const { shown, fresh, since } = shownNews(news, mark, now)
  const account = me.kind === 'account'
  if (places.length === 0 && seatings.length === 0 && words.length === 0 && account) redirect(coursesPath())
  const asked = words.length > 0 ? <WordsAsked asked={words} /> : null
  return (
    <Messages namespaces={['my', 'homework-room', 'record', 'research']}>
      <OwnBar account={account} current="own" unread={countUnread(news, mark)} />
      <main id="main" className={`page ${styles.page}`}>
        {seatings.length > 0 ? <AskedSeats own={seatings} /> : null}
        {places.length === 0 ? (
          <>
            <Nothing isListed={await isListed(me.id)} />
            {asked}
          </>
        ) : (
          <>
            <OwnPage places={places} serverNow={now} />
            <SinceHere lines={shown.map(newsLineOf)} fresh={fresh} since={since} serverNow={now} />
            {asked}
            {places.some(({ kind }) => kind === 'homework') ? (
              <CalendarSection site={environment().publicUrl} token={await readCalendarToken(me.id)} />
            ) : null}
            {environment().mail === null ? null : (
              <p className={styles.calendar}>
                <Link href={myMailPath()}>{mail('link')}</Link>
              </p>
            )}
          </>
        )}
      </main>
    </Messages>
  )
}

/** Whoever is on a roster has nothing to type: what they are given comes by itself. */
async function Nothing({ isListed }: { isListed: boolean }) {
  const t = await getTranslations('my')
  if (isListed) return <EmptyState level={1} title={t('noneListed')} />
  return (
    <EmptyState level={1} title={t('none')} action={<LinkButton href={joinPath()}>{t('join')}</LinkButton>}>
      {t('noneText')}
    </EmptyState>
  )
}
