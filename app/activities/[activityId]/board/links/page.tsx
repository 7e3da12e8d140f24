// The page of a debate's personal links, to copy, print or download. A link signs its holder in as the student, so only chairs see it.

import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { linksPath, personalLinkPath, signInPath } from '#paths'
import { environment } from '#server/environment'
import { accessActivity, accessCourse, may } from '#server/store/access/access'
import { readLinks } from '#server/store/courses/personal-links'
import { whoIs } from '#server/web/identity'
import { Messages } from '#ui/messages'
import { BoardBar } from '../../board-bar'
import { LinkList } from './link-list'
import styles from './links.module.css'

type Props = { params: Promise<{ activityId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('board.personal'))('title'), referrer: 'no-referrer' }
}

export default async function LinksPage({ params }: Props) {
  const { activityId } = await params
  const me = await whoIs(await headers())
  if (!me) redirect(signInPath(linksPath(activityId)))
  const found = await accessActivity(me.user, activityId)
  if (!found || !may(found.as, 'run-activity')) notFound()
  const access = await accessCourse(me.user, found.activity.courseId, 'see-course')
  if (!access) notFound()
  const t = await getTranslations('board.personal')
  const links = await readLinks(access.course.id)
  const { publicUrl } = environment()
  return (
    <Messages namespaces={['board', 'homework']}>
      <BoardBar activityId={activityId} course={access.course} current="links" />
      <main id="main" className={styles.page}>
        <h1 className={styles.title}>{t('heading', { course: access.course.title })}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        <LinkList
          activityId={activityId}
          course={access.course.title}
          links={links.map(({ placeId, name, token, account, lastUsedAt }) => ({
            ...{ placeId, name, account, used: lastUsedAt !== null },
            address: token === null ? null : publicUrl + personalLinkPath(token),
          }))}
        />
      </main>
    </Messages>
  )
}
