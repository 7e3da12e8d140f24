// The page of a personal link. It names the owner and signs in only when the button is pressed: a chat's link preview must not create a
// session.

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { homePath, signInPath } from '#paths'
import { readParticipations } from '#server/store/activities/participants'
import { findLink, isStaffOf } from '#server/store/courses/personal-links'
import { isAskedForOffices } from '#server/store/seating/seat-choices'
import { whoIs } from '#server/web/identity'
import { LinkButton } from '#ui/controls/button'
import { SubmitButton } from '#ui/controls/submit-button'
import { EmptyState, ErrorState } from '#ui/page/empty-state'
import { titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { enter } from './actions'
import { landingOf, wantedPage } from './destination'
import styles from './personal-link.module.css'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ next?: string | string[] }> }

export const generateMetadata = titled('homework.link.title', { robots: { index: false }, referrer: 'no-referrer' })

export default async function PersonalLinkPage({ params, searchParams }: Props) {
  const { token } = await params
  const next = wantedPage((await searchParams).next)
  const t = await getTranslations('homework.link')
  const request = await headers()
  const [owner, me] = await Promise.all([findLink(token), whoIs(request)])
  // The token is too long to guess, so wrong ones are not rate-limited.
  if (!owner)
    return (
      <main id="main" className={`page ${styles.page}`}>
        <ErrorState level={1} title={t('dead')}>
          {t('deadText')}
        </ErrorState>
      </main>
    )
  if (me && me.user.id === owner.userId)
    redirect(next ?? landingOf(await readParticipations(me.user.id), await isAskedForOffices(me.user.id)))
  if (owner.account)
    return (
      <main id="main" className={`page ${styles.page}`}>
        <EmptyState
          level={1}
          title={t('account')}
          action={<LinkButton href={signInPath(next ?? homePath())}>{t('signIn')}</LinkButton>}
        >
          {t('accountText')}
        </EmptyState>
      </main>
    )
  const isStaff = me !== null && (await isStaffOf(me.user, owner.courseId))
  return (
    <main id="main" className={`page ${styles.page}`}>
      <PageHead title={t('heading', { name: owner.name })} lead={t('lead', { course: owner.courseTitle })} />
      {me ? <p>{t('other', { name: me.user.name })}</p> : null}
      {isStaff ? <p>{t('staff', { name: owner.name })}</p> : null}
      <form action={enter} className={styles.form}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={next ?? ''} />
        <SubmitButton>{t('go', { name: owner.name })}</SubmitButton>
      </form>
      <p className="note">{t('warn')}</p>
      <p className="note">{t('notMe', { name: owner.name })}</p>
    </main>
  )
}
