// The page of a mailed link, on which the owner of an account chooses a new password. Opening it uses nothing up, because mail programs open links too.

import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { forgottenPath } from '#paths'
import { findRecovery } from '#server/store/mail/recovery'
import { Sheet } from '#ui/over/sheet'
import { ErrorState } from '#ui/page/empty-state'
import { titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import styles from '../../people.module.css'
import { ChooseForm } from './choose-form'

type Props = { params: Promise<{ token: string }> }

export const generateMetadata = titled('people.forgotten.newTitle', {
  robots: { index: false },
  referrer: 'no-referrer',
})

export default async function NewPasswordPage({ params }: Props) {
  const t = await getTranslations('people.forgotten')
  const { token } = await params
  const owner = await findRecovery(token, Date.now())
  return (
    <main id="main" className={`page ${styles.page}`}>
      {owner ? (
        <>
          <PageHead
            title={t('newTitle')}
            lead={t.rich('newLead', { email: owner.email, address: (text) => <bdi>{text}</bdi> })}
          />
          <Sheet>
            <ChooseForm token={token} email={owner.email} />
          </Sheet>
        </>
      ) : (
        <ErrorState level={1} title={t('dead')}>
          <p>{t('deadText')}</p>
          <Link href={forgottenPath()}>{t('again')}</Link>
        </ErrorState>
      )}
    </main>
  )
}
