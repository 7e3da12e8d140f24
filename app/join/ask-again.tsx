'use client'
// Refreshes the page every few seconds; without a script the browser reloads it.
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

type AskAgainProps = { everyMs?: number; withoutScriptSeconds?: number }

export function AskAgain({ everyMs = 2000, withoutScriptSeconds = 5 }: AskAgainProps) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router, everyMs])
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(withoutScriptSeconds)} />
    </noscript>
  )
}
