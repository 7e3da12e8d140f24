// Where somebody who has forgotten their password asks for a link to a new one; without mail it says whom to ask.

import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { signInPath } from '#paths'
import { environment } from '#server/base/environment'
import { RECOVERY_MINUTES } from '#server/store/mail/recovery'
import { Sheet } from '#ui/over/sheet'
import { titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import styles from '../people.module.css'
import { AskForm } from './ask-form'

type Props = { searchParams: Promise<{ asked?: string | string[] }> }

export const generateMetadata = titled('people.forgotten.title')

export default async function ForgottenPage({ searchParams }: Props) {
  const t = await getTranslations('people.forgotten')
  const mails = environment().mail !== null
  const isAsked = mails && (await searchParams).asked !== undefined
  return (
    <main id="main" className={`page ${styles.page}`}>
      <PageHead title={t('title')} />
      <Sheet>
        {isAsked ? (
          <p role="status">{t('asked', { minutes: RECOVERY_MINUTES })}</p>
        ) : (
          <p>{mails ? t('lead', { minutes: RECOVERY_MINUTES }) : t('noMail')}</p>
        )}
        {mails && !isAsked ? <AskForm /> : null}
        <p className={styles.foot}>
          <Link href={signInPath()}>{t('signIn')}</Link>
        </p>
      </Sheet>
    </main>
  )
}
