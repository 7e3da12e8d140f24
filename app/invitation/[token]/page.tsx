// The page of an invitation: the course, the part, and who invites. Opening it accepts nothing, because link previews open it too.

import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { caller } from '#access'
import { commaList } from '#format/lists'
import { coursesPath, invitationPath, signInPath, signUpPath } from '#paths'
import { environment } from '#server/base/environment'
import { findInvitation, type InvitationOffer } from '#server/store/courses/invitations'
import type { Person } from '#server/store/people/users'
import { LinkButton } from '#ui/controls/button'
import { EmptyState, ErrorState } from '#ui/page/empty-state'
import { titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { AnswerForm } from './answer-form'
import styles from './invitation.module.css'

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<{ declined?: string | string[] }>
}

export const generateMetadata = titled('people.invitation.title', { robots: { index: false }, referrer: 'no-referrer' })

export default async function InvitationPage({ params, searchParams }: Props) {
  const t = await getTranslations('people.invitation')
  const { token } = await params
  const [invited, me] = await Promise.all([findInvitation(token), caller()])
  if (!invited)
    return (
      <Frame>
        {(await searchParams).declined ? (
          <EmptyState level={1} title={t('declined')}>
            {t('declinedText')}
          </EmptyState>
        ) : (
          <ErrorState level={1} title={t('dead')}>
            {t('deadText')}
          </ErrorState>
        )}
      </Frame>
    )
  const person = me ?? null
  if (!invited.to)
    return (
      <Frame>
        <PageHead title={t('account')} lead={t('accountText')} />
        {makesAccount(invited) ? <p>{t('accountOnce')}</p> : null}
        {person?.kind === 'account' ? (
          <>
            <p>{t('have', { name: person.name })}</p>
            <LinkButton href={coursesPath()}>{t('courses')}</LinkButton>
          </>
        ) : (
          <SignInFirst token={token} invited={invited} person={person} />
        )}
      </Frame>
    )
  const { title: course, part, rooms } = invited.to
  return (
    <Frame>
      <PageHead
        title={invited.by === null ? t('course', { course }) : t('courseBy', { name: invited.by, course })}
        lead={t(`as.${part}`, { rooms: commaList(await getLocale(), rooms) })}
      />
      {person?.kind === 'account' ? (
        <>
          <p>{t('signedIn', { name: person.name })}</p>
          <AnswerForm token={token} />
        </>
      ) : (
        <SignInFirst token={token} invited={invited} person={person} />
      )}
    </Frame>
  )
}

const Frame = ({ children }: { children: ReactNode }) => (
  <main id="main" className={`page ${styles.page}`}>
    {children}
  </main>
)

const makesAccount = (invited: InvitationOffer): boolean => invited.makesAccount && environment().signUp !== 'closed'

async function SignInFirst({
  token,
  invited,
  person,
}: {
  token: string
  invited: InvitationOffer
  person: Person | null
}) {
  const t = await getTranslations('people.invitation')
  const next = invitationPath(token)
  const makes = makesAccount(invited)
  return (
    <>
      {invited.to ? (
        <p>{person ? t('guest', { name: person.name }) : t(makes ? 'first' : 'firstClosed')}</p>
      ) : (
        // An invitation to no course gives an account only, so signing up needs no way back here.
        <>
          {person ? <p>{t('accountGuest', { name: person.name })}</p> : null}
          <p>{t(makes ? 'accountFirst' : 'accountClosed')}</p>
        </>
      )}
      <p className={`acts ${styles.acts}`}>
        {makes ? (
          <LinkButton kind="primary" href={signUpPath(next)}>
            {t('create')}
          </LinkButton>
        ) : null}
        <LinkButton href={signInPath(next)}>{t('signIn')}</LinkButton>
      </p>
    </>
  )
}
