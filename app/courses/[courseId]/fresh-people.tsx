'use client'
// Reads the page again every few seconds while an invitation waits, so that whoever accepts it stands on the list at once. What is typed in
// the page's forms stays.
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 3_000

export function FreshPeople() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      // A page that nobody looks at asks for nothing.
      if (document.visibilityState === 'visible') router.refresh()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [router])
  return null
}
