'use client'
// The field of a form that says which page to open after it. What stands after `#` in the address (`#do=…` in a mail) never reaches the
// server, but the browser keeps it over a redirect: it is added here.
import { useEffect, useState } from 'react'

export function NextField({ next }: { next: string }) {
  const [hash, setHash] = useState('')
  useEffect(() => setHash(window.location.hash), [])
  return <input type="hidden" name="next" value={next.includes('#') ? next : next + hash} />
}
