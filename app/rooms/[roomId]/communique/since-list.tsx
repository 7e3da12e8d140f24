'use client'
// In a debate over days: what changed in which clause since the reader was last at the text, as it was when they came. It stays as it is
// while they read, so that nothing beneath it moves.
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { versionWords } from '#record/words/version-words.ts'
import { keepLocally, useLocalStorage } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { useWhen } from '#room/table/when'
import type { DelegationId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import { type TextNews, textSince } from '#simulation/reading/text/text-since'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './since-list.module.css'

/** `from`: when the visit before this one ended; null on the first. `seen`: when the text was last on the screen. */
const visit = z.strictObject({ from: z.nullable(z.number()), seen: z.nullable(z.number()) })
const FIRST: z.infer<typeof visit> = { from: null, seen: null }
const SEEN = 'text-seen'
/** Whoever comes back sooner, or loads the page again, is still on the same visit. */
const SAME_VISIT_MS = 30 * MINUTE_MS

export function SinceList({ at, onClause }: { at: SeatView; onClause: (key: string) => void }) {
  const t = useTranslations('homework-room.since')
  const when = useWhen(at.courseZone)
  const from = useLastVisit(at)
  const [changed] = useState(() => (from === null ? [] : textSince(at.state, from, at)))
  const newsWords = useNewsWords(at)
  if (from === null) return null
  if (changed.length === 0) return <p className={`note ${styles.none}`}>{t('nothing', { time: when.short(from) })}</p>
  return (
    <section className={styles.since} aria-labelledby="text-since">
      <h3 id="text-since">{t('title', { time: when.short(from) })}</h3>
      <ul>
        {changed.map(({ clause, place, news }) => (
          <li key={clause.key}>
            <a
              href={`#clause-${clause.key}`}
              onClick={(event) => {
                event.preventDefault()
                onClause(clause.key)
              }}
            >
              {t('clause', { number: place, heading: clause.heading })}
            </a>
            : {news.map(newsWords).join('; ')}.
          </li>
        ))}
      </ul>
    </section>
  )
}

/** When the reader's last visit to the text ended, by the server's clock; null on their first. */
function useLastVisit(at: SeatView): number | null {
  const { roomId, person } = at
  const { now, seq } = at.view
  const [kept] = useLocalStorage({ roomId, person }, SEEN, visit, FIRST)
  const [from] = useState(() => (kept.seen !== null && now() - kept.seen > SAME_VISIT_MS ? kept.seen : kept.from))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is heard now is seen now
  useEffect(() => {
    const note = () => {
      if (document.visibilityState === 'visible') keepLocally({ roomId, person }, SEEN, { from, seen: now() })
    }
    note()
    document.addEventListener('visibilitychange', note)
    return () => document.removeEventListener('visibilitychange', note)
  }, [seq, roomId, person, from])
  return from
}

function useNewsWords({ state }: SeatView): (news: TextNews) => string {
  const t = useTranslations('homework-room.since')
  const record = useTranslations('record')
  const { plan } = state
  const capital = (id: DelegationId | null) => (id === null ? t('instructor') : (delegationIn(plan, id)?.capital ?? ''))
  return (news) => {
    switch (news.kind) {
      case 'brought-in':
        return t('broughtIn', { who: capital(news.by) })
      case 'put':
        return t('put', { version: versionWords(record, plan, news.version) })
      case 'moved':
        return t('moved', { who: capital(news.delegation), version: versionWords(record, plan, news.version) })
      case 'reopened':
        return t('reopened', { who: capital(news.by) })
      case 'clean':
        return t('clean')
      case 'initialled':
        return t('initialled', { who: news.by.map(capital).join(', ') })
      case 'offered':
        return t('offered', { who: capital(news.by) })
      default:
        return news satisfies never
    }
  }
}
