// The sign-in page, with the demo beside it where this server offers one.

import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { forgottenPath, joinPath, signUpPath } from '#paths'
import { environment } from '#server/base/environment'
import { isDemoOpenTo } from '#server/web/demo-door'
import { whoIs } from '#server/web/identity'
import { readSignUp } from '#server/web/sign-in'
import { LinkButton } from '#ui/controls/button'
import { SubmitButton } from '#ui/controls/submit-button'
import { Sheet } from '#ui/over/sheet'
import { titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { invitationIn } from '../invitation-in'
import { isStudentsPage, localPath } from '../local-path'
import styles from '../people.module.css'
import { signInToDemo } from './actions'
import { LinkForm } from './link-form'
import { SignInForm } from './sign-in-form'

type Props = {
  searchParams: Promise<{ next?: string | string[]; demo?: string | string[]; mailed?: string | string[] }>
}

export const generateMetadata = titled('people.signIn.title')

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations('people.signIn')
  const asked = await searchParams
  const next = localPath(typeof asked.next === 'string' ? asked.next : undefined)
  const request = await headers()
  const me = await whoIs(request)
  if (me?.user.kind === 'account') redirect(next)
  const standing = await readSignUp(invitationIn(next))
  const makes = standing.kind === 'open' || standing.kind === 'invited'
  const link = <PersonalLink next={next} isMailed={asked.mailed !== undefined} isFirst={isStudentsPage(next)} />
  return (
    <main id="main" className={`page ${styles.page}`}>
      <PageHead
        title={t('title')}
        lead={
          <>
            {t('lead')} <Link href={joinPath()}>{t('enterCode')}</Link>
          </>
        }
      />
      {isStudentsPage(next) ? link : null}
      <Sheet>
        {me ? <p className={styles.foot}>{t('standsHere', { name: me.user.name })}</p> : null}
        {asked.demo === 'closed' ? <p role="status">{t('noDemo')}</p> : null}
        <SignInForm next={next} />
        <p className={styles.foot}>
          <Link href={forgottenPath()}>{t('forgotten')}</Link>
        </p>
        <div className={`form ${styles.ways}`}>
          {makes ? (
            <>
              <p className={`line faint ${styles.or}`}>{t('or')}</p>
              <LinkButton wide href={signUpPath(next)}>
                {t('create')}
              </LinkButton>
            </>
          ) : (
            <p>{t(standing.kind === 'closed' ? 'closed' : 'uninvited')}</p>
          )}
          {isDemoOpenTo(request) ? (
            <form action={signInToDemo}>
              <SubmitButton kind="plain" wide>
                {t('demo')}
              </SubmitButton>
            </form>
          ) : null}
        </div>
      </Sheet>
      {isStudentsPage(next) ? null : link}
    </main>
  )
}

/** What a student of homework does on a device that does not know them; `isFirst` where the page that was asked for is a student's. */
async function PersonalLink({ next, isMailed, isFirst }: { next: string; isMailed: boolean; isFirst: boolean }) {
  const t = await getTranslations('people.signIn.link')
  const mails = environment().mail !== null
  return (
    <section className={isFirst ? styles.first : styles.second}>
      <h2 className={styles.heading}>{t('title')}</h2>
      <p>{t(isMailed ? 'asked' : mails ? 'lead' : 'noMail')}</p>
      {mails && !isMailed ? <LinkForm next={next} /> : null}
    </section>
  )
}
