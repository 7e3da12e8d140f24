'use client'
// What a screen reader is told when "now" changes, in whichever tab it is: the phase, the asked line, a turn that was taken back. It is said
// once and goes away: a live region that kept it would say it when it is no longer so.
import { useEffect, useRef, useState } from 'react'
import type { Translate } from '#format/translate'
import type { Now } from '#simulation/reading/talk/now'
import type { NowWords } from './now-words'

export type SaidNow = Readonly<{
  where: string
  ask: string
  /** Changes when the asked line is to be said anew; not when only its time of day moves on. */
  task: string
  takenBack: string | null
}>

export function saidOf({ task, takenBack }: Now, { where, ask }: NowWords, t: Translate<'now'>): SaidNow {
  const timed = task.kind === 'open' || (task.kind === 'listen' && task.opener !== null)
  const place = task.kind === 'open' && task.next ? 'next' : 'later'
  return {
    where,
    ask,
    task: timed ? `${task.kind} ${place}` : ask,
    takenBack: takenBack === null ? null : t('takenBack'),
  }
}

/** What of it is new, as sentences; null where nothing is. */
export function newsOf(before: SaidNow, after: SaidNow): string | null {
  const isElsewhere = after.where !== before.where
  const said = [
    after.takenBack === before.takenBack ? null : after.takenBack,
    isElsewhere ? sentence(after.where) : null,
    isElsewhere || after.task !== before.task ? sentence(after.ask) : null,
  ].filter((one) => one !== null)
  return said.length === 0 ? null : said.join(' ')
}

/** A line that asks or tells in sentences has its sign at the end already. */
const sentence = (line: string): string => (/[.?!。？！]$/.test(line) ? line : `${line}.`)

const STAYS_MS = 5000

/** The news since the page was opened, each for a few seconds; null in between. */
export function useNews(told: SaidNow): string | null {
  const [said, setSaid] = useState<string | null>(null)
  const last = useRef(told)
  useEffect(() => {
    const news = newsOf(last.current, told)
    last.current = told
    if (news !== null) setSaid(news)
  }, [told])
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), STAYS_MS)
    return () => clearTimeout(timer)
  }, [said])
  return said
}
