'use client'
// Asks the page again every two seconds; without a script the browser reloads it every five.
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const everyMs = 2000

export function AskAgain() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router])
  return (
    <noscript>
      <meta httpEquiv="refresh" content="5" />
    </noscript>
  )
}
