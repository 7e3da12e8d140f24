'use client'
// At the foot of a student's page that holds no link to the room: what is asked at their table now, and the way back. It asks again every few
// seconds while the page is looked at; without an answer it keeps the way and says only that the seminar goes on.
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { askedPath, roomPath } from '#paths'
import { askedLine } from '#simulation/wire/asked-line'
import { LinkButton } from '#ui/controls/button'
import { useLeftAsSpoken } from '../hooks/use-left-as-spoken'
import type { Owner } from '../hooks/use-local-storage'
import { useReadingsPassed } from '../hooks/use-readings-passed'
import { useViewsPassed } from '../hooks/use-views-passed'
import styles from './back-to-table.module.css'

const EVERY_MS = 10_000

export function BackToTable(owner: Owner) {
  const t = useTranslations('common.table')
  const line = useAskedLine(owner)
  const title = line?.title ?? null
  useEffect(() => {
    if (title === null) return
    const before = document.title
    document.title = `${title} · ${before}`
    return () => {
      document.title = before
    }
  }, [title])
  if (line === null) return null
  return (
    <aside className={`line unprinted ${styles.strip}`} aria-label={t('label')} data-asks={line.asks || undefined}>
      <p role="status">{line.ask ?? t('goesOn')}</p>
      <LinkButton href={roomPath(owner.roomId)} kind="primary" size="dense">
        {t('back')}
      </LinkButton>
    </aside>
  )
}

/** Without an answer the words are not known. */
type Line = { ask: string | null; asks: boolean; title: string | null }
const UNKNOWN: Line = { ask: null, asks: false, title: null }

/** How many turns left as they were spoken are told: an address has a bound. */
const MOST_TURNS = 200

/** Null until a first answer, and where no seminar runs. */
function useAskedLine(owner: Owner): Line | null {
  const [line, setLine] = useState<Line | null>(null)
  const [views] = useViewsPassed(owner)
  const { left: turns } = useLeftAsSpoken(owner)
  const { passed: readings } = useReadingsPassed(owner)
  const address = askedPath(owner.roomId, [
    ...views.map((view): [string, string] => ['view', view]),
    ...(turns.length > 0 ? [['turns', turns.slice(-MOST_TURNS).join('.')] satisfies [string, string]] : []),
    ...readings.map((reading): [string, string] => ['reading', reading]),
  ])
  useEffect(() => {
    let gone = false
    const read = async () => {
      if (document.visibilityState === 'hidden') return
      const told = await fetch(address)
        .then(async (answer) => askedLine.safeParse(await answer.json()))
        .catch(() => null)
      if (gone) return
      setLine((before) => (told?.success ? (told.data.kind === 'asked' ? told.data : null) : before && UNKNOWN))
    }
    void read()
    const timer = setInterval(() => void read(), EVERY_MS)
    const seen = () => void read()
    document.addEventListener('visibilitychange', seen)
    return () => {
      gone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [address])
  return line
}
