'use client'
// The error page for a failure of the root layout. No provider and no theme script are left then, so it reads the English messages itself.
import { useEffect } from 'react'
import words from './_messages/en/common.json'
import './_ui/page/fonts.css'
import './_ui/page/tokens.css'
import './_ui/page/globals.css'
import buttons from './_ui/controls/button.module.css'

export default function FrameFailed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => {
    const chosen = /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1]
    const dark = chosen === 'dark' || (!chosen && matchMedia('(prefers-color-scheme: dark)').matches)
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  }, [])
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <title>{words.failed.title}</title>
        <main id="main" className="page" role="alert">
          <h1>{words.failed.title}</h1>
          <p>{words.failed.text}</p>
          {error.digest ? <p>{words.failed.reference.replace('{digest}', error.digest)}</p> : null}
          <p>
            <button type="button" className={buttons.button} onClick={reset}>
              {words.failed.retry}
            </button>
          </p>
        </main>
      </body>
    </html>
  )
}
