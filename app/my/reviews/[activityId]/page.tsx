// The peer reviews of a student in one homework debate: two examples first, then the posts of others to review, and once the reviews are
// closed what others say of theirs.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { frameFor, signedIn } from '#access'
import { dayAndTime } from '#format/days'
import { zoneCity } from '#format/zones'
import { myReviewsPath } from '#paths'
import { environment } from '#server/base/environment'
import { readCourseZone } from '#server/store/activities/course-zone'
import { readOwnReviews } from '#server/store/beside-acts/peer-reviews/peer-reviews'
import { Messages } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { ActivityBar } from '../../../_device/activity-bar'
import { ExamplePart } from './example-part'
import { ReviewPart } from './review-part'
import styles from './reviews.module.css'
import { SaidOfMine } from './said-of-mine'

type Props = { params: Promise<{ activityId: string }> }

const access = async ({ params }: Props) => read((await params).activityId)

/** Cached for one request, so that the page and its title read the reviews once. */
const read = cache(async (activityId: string) => {
  const me = await signedIn(myReviewsPath(activityId))
  if (environment().besideOff.includes('peer-reviews')) notFound()
  const t = await getTranslations('grading.hidden')
  return (await readOwnReviews(me, activityId, (number) => t('name', { number }))) ?? notFound()
})

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { activity } = await access(props)
  return { title: `${(await getTranslations('reviews'))('title')}, ${activity.title}` }
}

export default async function OwnReviewsPage(props: Props) {
  const { activity, participantId, round } = await access(props)
  const [t, common, locale, zone] = await Promise.all([
    getTranslations('reviews'),
    getTranslations('common'),
    getLocale(),
    readCourseZone(activity.id),
  ])
  const when = (at: number) => dayAndTime(locale, at, zone)
  const owner = { roomId: activity.id, person: participantId }
  const head = { activityId: activity.id, owner }
  const stands = !round ? 'none' : round.isOpen ? 'open' : round.isClosed ? 'closed' : 'ahead'
  const about = {
    done: round?.done ?? 0,
    asked: round?.reviews.length ?? 0,
    when: round ? when(round.time.closes) : '',
  }
  return (
    <Messages namespaces={['reviews', 'record']}>
      <ActivityBar frame={await frameFor(activity.id)} page="reviews" />
      <main id="main" className={`page ${styles.page}`}>
        <PageHead
          above={`${activity.title} · ${common('courseTimes', { city: zoneCity(zone) })}`}
          title={t(`head.${stands}`, about)}
          lead={t(`lead.${stands}`, { ...about, opens: round ? when(round.time.opens) : '' })}
        />
        {round?.about ? <SaidOfMine about={round.about} /> : null}
        {round?.isOpen && round.reviews.length > 0
          ? round.examples.map((one, at) => (
              <ExamplePart
                key={one.place}
                {...{ ...head, plan: round.plan, rubric: round.rubric, scale: round.scale }}
                {...{ own: one, number: at + 1, folded: round.left === 0 }}
              />
            ))
          : null}
        {round?.isOpen && round.left > 0
          ? null
          : round?.reviews.map((review) => (
              <ReviewPart key={review.id} {...head} plan={round.plan} review={review} timeZone={zone} />
            ))}
      </main>
    </Messages>
  )
}
