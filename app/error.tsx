'use client'
// The error page: what is safe, a retry, and the reference that the server's log holds for the fault.
import { useTranslations } from 'next-intl'
import { MADE_BY_NEWER } from '#simulation/engine/made-by-newer'
import { Button, LinkButton } from '#ui/button'
import { ErrorState } from '#ui/empty-state'
import { putBack } from '#ui/kept-form.ts'
import { AppBar } from './_device/app-bar'
import styles from './plain-page.module.css'

export default function PageFailed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('common')
  const isNewer = error.digest === MADE_BY_NEWER
  return (
    <>
      <AppBar />
      <main id="main" className={styles.page}>
        <ErrorState
          level={1}
          title={t(isNewer ? 'madeByNewer.title' : 'failed.title')}
          action={
            <>
              <Button
                kind="primary"
                onClick={() => {
                  putBack()
                  reset()
                }}
              >
                {t('failed.retry')}
              </Button>
              <LinkButton href="/">{t('failed.home')}</LinkButton>
            </>
          }
        >
          <p>{t(isNewer ? 'madeByNewer.text' : 'failed.text')}</p>
          {error.digest && !isNewer ? <p>{t('failed.reference', { digest: error.digest })}</p> : null}
        </ErrorState>
      </main>
    </>
  )
}
