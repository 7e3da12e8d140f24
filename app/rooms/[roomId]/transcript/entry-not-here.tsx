'use client'
// Says that the entry which the address names does not stand on this page, and leads to the nearest that does.
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { bringTo } from '#room/bring-to.ts'
import { nearestNumber } from '#simulation/reading/sections'
import styles from './transcript-view.module.css'
import { useTarget } from './use-target'

/** `numbers` are those of the page's entries, as they stand on it; `excerpt`: it shows some of the record only. */
export function EntryNotHere({ numbers, excerpt }: { numbers: readonly string[]; excerpt: boolean }) {
  const t = useTranslations('transcript.notHere')
  const target = useTarget()
  const [missing, setMissing] = useState<string | null>(null)
  useEffect(() => {
    const isHere = target === null || document.getElementById(`e${target}`) !== null
    setMissing(isHere ? null : target)
    const nearest = isHere ? null : nearestNumber(numbers, target)
    if (nearest === null) return
    const entry = document.getElementById(`e${nearest}`)
    if (!entry) return
    bringTo(entry, 'middle')
    entry.querySelector<HTMLElement>('a[href]')?.focus({ preventScroll: true })
  }, [target, numbers])
  return (
    <p role="status" className={styles.notHere}>
      {missing === null ? null : t(excerpt ? 'excerpt' : 'record', { no: missing })}
    </p>
  )
}
