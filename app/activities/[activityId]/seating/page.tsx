// The page on which the seats of a seminar are prepared from the roster, days before the class.

import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { coursePath, deskPath, linksPath, lobbyPath, rosterPath, seatingPath, signInPath, wallPath } from '#paths'
import { accessActivity, accessCourse, may } from '#server/store/access/access'
import { readSeating } from '#server/store/seating/prepared-seating'
import { whoIs } from '#server/web/identity'
import { LinkButton } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { Messages } from '#ui/messages'
import { AppBar } from '../../../_device/app-bar'
import styles from './seating.module.css'
import { SeatingScreen } from './seating-screen'

type Props = { params: Promise<{ activityId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('seating.page'))('title') }
}

export default async function SeatingPage({ params }: Props) {
  const { activityId } = await params
  const me = await whoIs(await headers())
  if (!me) redirect(signInPath(seatingPath(activityId)))
  const found = await accessActivity(me.user, activityId)
  if (!found || !may(found.as, 'run-activity') || found.activity.kind !== 'seminar') notFound()
  const access = await accessCourse(me.user, found.activity.courseId, 'see-course')
  const seating = await readSeating(activityId)
  if (!access || !seating) notFound()
  const t = await getTranslations('seating.page')
  const { course } = access
  const [first, ...others] = seating.tables
  return (
    <Messages namespaces={['seating']}>
      <AppBar
        place={<Link href={coursePath(course.id)}>{course.title}</Link>}
        itemsLabel={t('bar.label')}
        items={[
          { href: seatingPath(activityId), label: t('bar.seating'), current: true },
          { href: lobbyPath(activityId), label: t('bar.lobby') },
          { href: linksPath(course.id), label: t('bar.links') },
          ...(first ? [{ href: deskPath(first.id), label: t('bar.desk') }] : []),
          ...(others.length > 0 ? [{ href: wallPath(activityId), label: t('bar.wall') }] : []),
        ]}
      />
      <main id="main" className={styles.page}>
        {seating.people.length === 0 ? (
          <EmptyState
            level={1}
            title={t('empty')}
            action={
              <LinkButton kind="primary" href={rosterPath(course.id)}>
                {t('addRoster')}
              </LinkButton>
            }
          >
            {t('emptyText', { course: course.title })}
          </EmptyState>
        ) : (
          <SeatingScreen
            activity={{ id: activityId, title: found.activity.title, course: course.title, courseId: course.id }}
            initial={seating}
          />
        )}
      </main>
    </Messages>
  )
}
