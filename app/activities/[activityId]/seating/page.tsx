// The page on which the seats of a seminar are prepared from the roster, days before the class.

import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { activityFor } from '#access'
import { coursePath, deskPath, linksPath, lobbyPath, rosterPath, seatingPath, wallPath } from '#paths'
import { readSeating } from '#server/store/seating/prepared-seating'
import { LinkButton } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { Messages, titled } from '#ui/messages'
import { AppBar } from '../../../_device/app-bar'
import styles from './seating.module.css'
import { SeatingScreen } from './seating-screen'

type Props = { params: Promise<{ activityId: string }> }

export const generateMetadata = titled('seating.page.title')

export default async function SeatingPage({ params }: Props) {
  const { activityId } = await params
  const found = await activityFor('run-activity', activityId, seatingPath(activityId))
  const seating = await readSeating(activityId)
  if (found.activity.kind !== 'seminar' || !seating) notFound()
  const t = await getTranslations('seating.page')
  const { course } = found
  const [first, ...others] = seating.tables
  return (
    <Messages namespaces={['seating']}>
      <AppBar
        place={<Link href={coursePath(course.id)}>{course.title}</Link>}
        itemsLabel={t('bar.label')}
        items={[
          { href: seatingPath(activityId), label: t('bar.seating'), current: true },
          { href: lobbyPath(activityId), label: t('bar.lobby') },
          { href: linksPath(course.id, activityId), label: t('bar.links') },
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
