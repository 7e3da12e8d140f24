'use client'
// Brings the focus to the entry that the address names. Where it does not stand on this page, that is said, and the nearest has the focus.
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { bringTo } from '#room/hooks/bring-to.ts'
import { nearestNumber } from '#simulation/reading/record/sections'
import { useTarget } from './entries/use-target'
import styles from './transcript-view.module.css'

type EntryNotHereProps = {
  /** Those of the page's entries, as they stand on it. */
  numbers: readonly string[]
  /** Whether it shows some of the record only. */
  excerpt: boolean
  /** Whether entries came after the page, so that the browser did not find the one that the address names. */
  late?: boolean
}

export function EntryNotHere({ numbers, excerpt, late = false }: EntryNotHereProps) {
  const t = useTranslations('transcript.notHere')
  const target = useTarget()
  const [missing, setMissing] = useState<string | null>(null)
  /** The address whose entry had the focus: the page that is drawn anew does not take it back there. */
  const led = useRef<string | null>(null)
  useEffect(() => {
    const here = document.getElementById(`e${target}`)
    setMissing(here ? null : target)
    if (target === led.current) return
    const isFirst = led.current === null
    led.current = target
    if (target === null) return
    const entry = here ?? document.getElementById(`e${nearestNumber(numbers, target)}`)
    if (!entry) return
    // Whoever has begun to type or to go through the page is not taken away from it.
    const isLate = late && isFirst
    if (isLate && document.activeElement !== document.body) return
    if (!here || isLate) bringTo(entry, 'middle')
    entry.closest('article')?.focus({ preventScroll: true })
  }, [target, numbers, late])
  return (
    <p role="status" className={`unprinted ${styles.notHere}`}>
      {missing === null ? null : t(excerpt ? 'excerpt' : 'record', { no: missing })}
    </p>
  )
}
