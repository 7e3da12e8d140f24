// The list of a student's released marks, one row for each activity.

import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { signedIn } from '#access'
import { myMarksInPath, myMarksPath, roomPath, scenarioPath, transcriptPath } from '#paths'
import { readParticipations } from '#server/store/activities/participants'
import { countOwnNews } from '#server/store/rooms/own-news'
import { LinkButton } from '#ui/controls/button'
import { EmptyState } from '#ui/page/empty-state'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { OwnBar } from '../own-bar'
import styles from './[activityId]/own-marks.module.css'

export const generateMetadata = titled('marks.own.list.title')

export default async function MyMarksPage() {
  const t = await getTranslations('marks.own.list')
  const ways = await getTranslations('my')
  const me = await signedIn(myMarksPath())
  const places = await readParticipations(me.id)
  const released = places.filter(({ releasedAt }) => releasedAt !== null)
  return (
    <Messages namespaces={['marks']}>
      <OwnBar account={me.kind === 'account'} current="marks" unread={await countOwnNews(me)} />
      <main id="main" className={`page ${styles.page}`}>
        {released.length === 0 ? (
          <EmptyState level={1} title={t('none')} action={<LinkButton href="/">{t('home')}</LinkButton>} />
        ) : (
          <>
            <PageHead title={t('title')} />
            <ul className={styles.list}>
              {released.map(({ activityId, roomId, title, courseTitle }) => (
                <li key={activityId}>
                  <Link href={myMarksInPath(activityId)}>{title}</Link>
                  <small>{courseTitle}</small>
                  <p className="acts">
                    {roomId === null ? null : (
                      <>
                        <LinkButton kind="quiet" href={roomPath(roomId)}>
                          {ways('openRoom')}
                        </LinkButton>
                        <LinkButton kind="quiet" href={transcriptPath(roomId)}>
                          {ways('transcript')}
                        </LinkButton>
                      </>
                    )}
                    <LinkButton kind="quiet" href={scenarioPath(activityId)}>
                      {ways('pack')}
                    </LinkButton>
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </main>
    </Messages>
  )
}
