'use client'
// Refreshes the page every few seconds; without a script the browser reloads it.
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

export function AskAgain({ everyMs = 2000 }: { everyMs?: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router, everyMs])
  return (
    <noscript>
      <meta httpEquiv="refresh" content="5" />
    </noscript>
  )
}
