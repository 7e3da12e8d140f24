'use client'
// Brings the focus to the entry that the address names. Where it does not stand on this page, that is said, and the nearest has the focus.
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { bringTo } from '#room/hooks/bring-to.ts'
import { nearestNumber } from '#simulation/reading/sections'
import styles from './transcript-view.module.css'
import { useTarget } from './use-target'

/** `numbers` are those of the page's entries, as they stand on it; `excerpt`: it shows some of the record only. */
export function EntryNotHere({ numbers, excerpt }: { numbers: readonly string[]; excerpt: boolean }) {
  const t = useTranslations('transcript.notHere')
  const target = useTarget()
  const [missing, setMissing] = useState<string | null>(null)
  /** The address whose entry had the focus: the page that is drawn anew does not take it back there. */
  const led = useRef<string | null>(null)
  useEffect(() => {
    const here = document.getElementById(`e${target}`)
    setMissing(here ? null : target)
    if (target === led.current) return
    led.current = target
    if (target === null) return
    const entry = here ?? document.getElementById(`e${nearestNumber(numbers, target)}`)
    if (!entry) return
    if (!here) bringTo(entry, 'middle')
    entry.closest('article')?.focus({ preventScroll: true })
  }, [target, numbers])
  return (
    <p role="status" className={`unprinted ${styles.notHere}`}>
      {missing === null ? null : t(excerpt ? 'excerpt' : 'record', { no: missing })}
    </p>
  )
}
