'use client'
// What has happened in somebody's activities since they were here (H22), newest first, each with the way to its place.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { deviceZone } from '#format/zones'
import { useWhen } from '#room/table/when'
import { Band } from '#ui/charts/band'
import styles from './my.module.css'
import { newsShown } from './news-actions'
import type { NewsLine } from './news-line'

type SinceHereProps = {
  lines: readonly NewsLine[]
  /** How many of them are new. */
  fresh: number
  /** Since when they are new, ms since 1970; 0 for somebody who has not been here before. */
  since: number
  /** When the page was drawn. */
  serverNow: number
}

export function SinceHere({ lines, fresh, since, serverNow }: SinceHereProps) {
  const t = useTranslations('my.news')
  const [first] = lines
  const when = useWhen(first?.courseZone ?? 'UTC')
  useEffect(() => void newsShown({ upTo: serverNow, zone: deviceZone() }), [serverNow])
  if (!first) return null
  return (
    <section className={styles.since}>
      <Band
        level={2}
        title={since === 0 ? t('first') : t('since', { when: when.short(since) })}
        right={t('count', { count: lines.length, fresh })}
      />
      <ul>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line: { kind, at, isNew, from, entry, deadline, href, title, courseZone } }: { line: NewsLine }) {
  const t = useTranslations('my.news')
  const phases = useTranslations('record.homeworkPhases')
  const when = useWhen(courseZone)
  const values = { country: from?.name ?? 'none', entry: entry ?? '', what: deadline ? phases(deadline.kind) : '' }
  const until = deadline && (kind === 'late' ? deadline.lateUntil : deadline.at)
  return (
    <li data-new={isNew}>
      {isNew ? <span>{t('isNew')} </span> : null}
      <Link href={href}>{t(`kind.${kind}`, values)}</Link>
      <small>
        {until === null ? null : <>{t(kind === 'late' ? 'taken' : 'due', { until: when.whole(until) })} · </>}
        {title} · {when.short(at)}
      </small>
    </li>
  )
}
