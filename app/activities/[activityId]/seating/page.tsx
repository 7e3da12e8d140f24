// The page on which the seats of a seminar are prepared from the roster, days before the class.

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { activityFor, frameFor } from '#access'
import { rosterPath, seatingPath } from '#paths'
import { readSeating } from '#server/store/seating/prepared-seating'
import { LinkButton } from '#ui/controls/button'
import { EmptyState } from '#ui/page/empty-state'
import { Messages, titled } from '#ui/page/messages'
import { ActivityBar } from '../../../_device/activity-bar'
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
  const [_first, ..._others] = seating.tables
  return (
    <Messages namespaces={['seating']}>
      <ActivityBar frame={await frameFor(activityId)} page="seating" />
      <main id="main" className="page">
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
