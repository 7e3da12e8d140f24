// The page of a course's personal links, to copy, print or download. A link signs its holder in as the student, so only chairs see it.

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { courseFor, frameFor } from '#access'
import { coursePath, linksPath, personalLinkPath, rosterPath, runPath } from '#paths'
import { environment, unreachable } from '#server/base/environment'
import { accessActivity } from '#server/store/access/access'
import { countMissingLinks, readLinks } from '#server/store/courses/personal-links'
import { toldApart } from '#server/store/people/names'
import { LinkButton } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { SubmitButton } from '#ui/controls/submit-button'
import { EmptyState } from '#ui/page/empty-state'
import { titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { ActivityNav } from '../../../_device/activity-bar'
import { makeLinks } from './actions'
import { LinkList } from './link-list'
import styles from './links.module.css'

type Props = { params: Promise<{ courseId: string }>; searchParams: Promise<{ from?: string | string[] }> }

export const generateMetadata = titled('courses.links.title', { referrer: 'no-referrer' })

export default async function LinksPage({ params, searchParams }: Props) {
  const { courseId } = await params
  const { from } = await searchParams
  const asked = typeof from === 'string' ? from : null
  const { me, course } = await courseFor('run-activity', courseId, linksPath(courseId, asked))
  const found = asked === null ? null : await accessActivity(me, asked)
  const activity = found?.activity.courseId === course.id ? found.activity : null
  const frame = activity && (await frameFor(activity.id))
  const t = await getTranslations('courses.links')
  const [links, missing] = await Promise.all([readLinks(course.id), countMissingLinks(course.id)])
  const reach = await getTranslations('lobby.unreachable')
  const { publicUrl, mail } = environment()
  const mails = mail !== null
  const shut = unreachable(environment())
  return (
    <>
      {frame ? <ActivityNav frame={frame} page="links" /> : null}
      <main id="main" className="page">
        {links.length === 0 && missing.count === 0 ? (
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
          <>
            <div className={styles.head}>
              <PageHead
                above={
                  <>
                    <Link href={coursePath(course.id)}>{t('back')}</Link>
                    {activity === null ? null : (
                      <>
                        {' · '}
                        <Link href={runPath(activity)}>{activity.title}</Link>
                      </>
                    )}
                  </>
                }
                title={t('heading', { course: course.title })}
                lead={t('lead')}
              />
            </div>
            {shut ? (
              <ErrorText>
                {reach(shut.setting, { lan: shut.lan ?? 'none', address: publicUrl.replace(/^https?:\/\//, '') })}
              </ErrorText>
            ) : null}
            <p className={`hint ${styles.hint}`}>{t(mails ? 'mails' : 'noMails')}</p>
            <MakeLinks courseId={course.id} from={activity?.id} {...missing} />
            {links.length === 0 ? null : (
              <LinkList
                courseId={course.id}
                from={activity?.id}
                course={course.title}
                links={toldApart(links).map(({ placeId, name, email, token, account, lastUsedAt }) => ({
                  ...{ placeId, name, account, used: lastUsedAt !== null },
                  mailTo: mails ? null : email,
                  address: token === null ? null : publicUrl + personalLinkPath(token),
                }))}
              />
            )}
          </>
        )}
      </main>
    </>
  )
}

/** `count`: who has no link yet. `byName`: those of them who come in at a roster's door by their name alone until then. */
function MakeLinks({
  courseId,
  from,
  count,
  byName,
}: {
  courseId: string
  from: string | undefined
  count: number
  byName: number
}) {
  const t = useTranslations('courses.links')
  if (count === 0) return null
  return (
    <form action={makeLinks} className="row unprinted">
      <input type="hidden" name="courseId" value={courseId} />
      {from ? <input type="hidden" name="from" value={from} /> : null}
      <SubmitButton>{t('make', { count })}</SubmitButton>
      {byName === 0 ? null : <p className={`hint ${styles.hint}`}>{t('makeHint', { count: byName })}</p>}
    </form>
  )
}
