// The sign-up page. Students who join a room need no account.

import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { signInPath } from '#paths'
import { readSignUp } from '#server/web/sign-in'
import { Sheet } from '#ui/over/sheet'
import { titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { invitationIn } from '../invitation-in'
import { localPath } from '../local-path'
import styles from '../people.module.css'
import { SignUpForm } from './sign-up-form'

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export const generateMetadata = titled('people.signUp.title')

export default async function SignUpPage({ searchParams }: Props) {
  const t = await getTranslations('people.signUp')
  const asked = (await searchParams).next
  const next = localPath(typeof asked === 'string' ? asked : undefined)
  const me = await caller()
  if (me?.kind === 'account') redirect(next)
  const standing = await readSignUp(invitationIn(next))
  return (
    <main id="main" className={`page ${styles.page}`}>
      <PageHead title={t('title')} />
      {standing.kind === 'open' || standing.kind === 'invited' ? (
        <>
          <p className={`lead ${styles.lead}`}>{t('lead')}</p>
          <Sheet>
            <SignUpForm next={next} email={standing.kind === 'invited' ? (standing.invited.email ?? '') : ''} />
          </Sheet>
        </>
      ) : (
        <p className={`lead ${styles.lead}`}>{t(standing.kind)}</p>
      )}
      <p className={styles.foot}>
        {t('have')} <Link href={signInPath(next)}>{t('signIn')}</Link>
      </p>
    </main>
  )
}
