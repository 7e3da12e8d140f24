// What was mailed to the roster of a course, what is still being tried, and what has failed, to be sent again.

import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { courseFor } from '#access'
import { shortDayAndTime } from '#format/days'
import { coursePath, messagesPath } from '#paths'
import { environment } from '#server/base/environment'
import { readRoster } from '#server/store/courses/roster'
import { isMailOff } from '#server/store/mail/choices'
import { readMails } from '#server/store/mail/outbox'
import { toldApart } from '#server/store/people/names'
import { mailKind } from '#simulation/beside/mails'
import { SubmitButton } from '#ui/controls/submit-button'
import { EmptyState } from '#ui/page/empty-state'
import { titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import styles from '../../courses.module.css'
import { resend } from './actions'

type Props = { params: Promise<{ courseId: string }> }

export const generateMetadata = titled('mail.course.title')

export default async function MessagesPage({ params }: Props) {
  const { courseId } = await params
  const { course } = await courseFor('run-activity', courseId, messagesPath(courseId))
  const [t, kinds, locale] = await Promise.all([
    getTranslations('mail.course'),
    getTranslations('mail.kind'),
    getLocale(),
  ])
  const [stored, places] = await Promise.all([readMails(course.id, Date.now()), readRoster(course.id)])
  const mails = stored.filter(({ kind }) => !isMailOff(kind))
  const names = new Map(toldApart(places).map(({ id, name }) => [id, name]))
  const lead = environment().mail === null ? t('noServer') : t('lead')
  return (
    <main id="main" className={`page ${styles.page}`}>
      <PageHead
        above={<Link href={coursePath(course.id)}>{course.title}</Link>}
        title={t('title')}
        lead={mails.length === 0 ? null : lead}
      />
      {mails.length === 0 ? (
        <EmptyState title={t('none')}>{lead}</EmptyState>
      ) : (
        <div className={styles.frame}>
          <table className={`table ${styles.table}`}>
            <thead>
              <tr>
                <th scope="col">{t('when')}</th>
                <th scope="col">{t('to')}</th>
                <th scope="col">{t('what')}</th>
                <th scope="col">{t('state')}</th>
              </tr>
            </thead>
            <tbody>
              {mails.map(({ id, placeId, kind, activity, state, at }) => {
                const name = names.get(placeId) ?? ''
                return (
                  <tr key={id}>
                    <td>{shortDayAndTime(locale, at.getTime(), course.timeZone)}</td>
                    <th scope="row">{name}</th>
                    <td>
                      {kinds(mailKind.parse(kind))}
                      {activity === null ? null : <span className="faint"> {activity}</span>}
                    </td>
                    <td>
                      {t(`is.${state}`)}
                      {state === 'failed' ? (
                        <form action={resend}>
                          <input type="hidden" name="courseId" value={course.id} />
                          <input type="hidden" name="mailId" value={id} />
                          <SubmitButton kind="plain" size="dense" aria-label={t('againTo', { name })}>
                            {t('again')}
                          </SubmitButton>
                        </form>
                      ) : null}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </main>
  )
}
