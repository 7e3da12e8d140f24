'use client'
// The error page: what is safe, a retry, and the reference that the server's log holds for the fault. Where no server answers it says so, and
// goes on by itself once one does.
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { MADE_BY_NEWER } from '#simulation/engine/made-by-newer'
import { Button, LinkButton } from '#ui/controls/button'
import { serverAnswers } from '#ui/controls/server-answers.ts'
import { ErrorState } from '#ui/page/empty-state'
import { AppBar } from './_device/app-bar'
import { reloadWithWords } from './_device/kept-form.ts'

const AGAIN_MS = 3_000

export default function PageFailed({ error }: { error: Error & { digest?: string } }) {
  const t = useTranslations('common')
  const [isAway, setAway] = useState(false)
  const why = error.digest === MADE_BY_NEWER ? 'madeByNewer' : isAway ? 'away' : 'failed'
  useEffect(() => {
    // The server has said what failed: it is there.
    if (error.digest) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const ask = async (wasAway: boolean) => {
      const answers = await serverAnswers()
      if (isOver) return
      setAway(answers === 'away')
      if (answers === 'away') timer = setTimeout(() => void ask(true), AGAIN_MS)
      else if (wasAway) reloadWithWords()
    }
    void ask(false)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [error])
  return (
    <>
      <AppBar />
      <main id="main" className="page">
        <ErrorState
          level={1}
          title={t(`${why}.title`)}
          action={
            <>
              <Button kind="primary" onClick={reloadWithWords}>
                {t('failed.retry')}
              </Button>
              <LinkButton href="/">{t('failed.home')}</LinkButton>
            </>
          }
        >
          <p>{t(`${why}.text`)}</p>
          {error.digest && why === 'failed' ? <p>{t('failed.reference', { digest: error.digest })}</p> : null}
        </ErrorState>
      </main>
    </>
  )
}
