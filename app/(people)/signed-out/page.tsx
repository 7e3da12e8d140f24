// The page after signing out: it says that the device keeps nothing any more. It must name nobody, because the next person at the device
// reads it.

import { getTranslations } from 'next-intl/server'
import { joinPath, signInPath } from '#paths'
import { LinkButton } from '#ui/controls/button'
import { EmptyState } from '#ui/page/empty-state'
import { titled } from '#ui/page/messages'
import styles from '../people.module.css'

export const generateMetadata = titled('people.signedOut.title')

export default async function SignedOutPage() {
  const t = await getTranslations('people.signedOut')
  return (
    <main id="main" className={`page ${styles.page}`}>
      <EmptyState
        level={1}
        title={t('title')}
        action={
          <div className={`form ${styles.ways}`}>
            <LinkButton kind="primary" href={joinPath()}>
              {t('join')}
            </LinkButton>
            <LinkButton href={signInPath()}>{t('signIn')}</LinkButton>
          </div>
        }
      >
        {t('text')}
      </EmptyState>
    </main>
  )
}
