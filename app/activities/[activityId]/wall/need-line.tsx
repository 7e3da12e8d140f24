// What a table wants of its instructor, in one line, and beneath it the people whom that is about, by name. It says nothing of a table that was
// not heard just now.
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { timeOfDay } from '#format/clock-time'
import type { PersonId } from '#simulation/kernel/ids'
import { attendanceIn, holdersOf, type WatchedRoom } from '#simulation/reading/positions/several-rooms'
import { Icon, type IconName } from '#ui/words/icon'
import { QuietFor } from './tile-clock'
import styles from './wall.module.css'

export type Names = (person: PersonId) => string

export function NeedLine({ room, now }: { room: WatchedRoom; now: () => number }) {
  const t = useTranslations('wall.need')
  const { summary } = room
  const { need, calls, unseated, lost, status, drafted } = summary
  const bold = (icon: IconName, words: ReactNode) => (
    <b>
      <Icon name={icon} /> {words}
    </b>
  )
  switch (need.kind) {
    case 'help':
      return bold('help', t('help', { text: calls[0]?.text ?? '' }))
    case 'unsaved':
      return bold('warning', t('unsaved', { time: timeOfDay(need.since ?? 0) }))
    case 'unseated':
      return bold('chair', t('unseated', { count: unseated.length }))
    case 'lost':
      return bold('offline', t('lost', { count: lost.length }))
    case 'nobody':
      return bold('nobody', t('nobody'))
    case 'paused':
      return bold('pause', t('paused', { time: timeOfDay(need.since ?? 0) }))
    case 'quiet':
      return bold('warning', t.rich('quiet', { time: () => <QuietFor since={need.since ?? 0} now={now} /> }))
    case 'waits':
      return t(status === 'lobby' ? 'unstarted' : 'waits')
    case 'fine':
      return t('fine', { ...attendanceIn(room), drafted })
    case 'ended':
      return t(summary.closed ? 'closed' : 'ended')
    default:
      return need.kind satisfies never
  }
}

/** So many silent people stand in the line; more are named in a fold, so that a tile of a large table stays a tile. */
const MOST_IN_LINE = 3

/** Whom the table misses, by name: without a seat, lost, not heard yet. */
export function PeopleLine({ room, names }: { room: WatchedRoom; names: Names }) {
  const t = useTranslations('wall.people')
  const format = useFormatter()
  const { summary } = room
  const named = (people: readonly PersonId[]) => format.list(people.map(names))
  const silent = holdersOf(room, summary.silent)
  const isFew = silent.length <= MOST_IN_LINE
  const parts = [
    ...(summary.unseated.length > 0 ? [t('unseated', { names: named(summary.unseated) })] : []),
    ...(summary.lost.length > 0 ? [t('lost', { names: named(holdersOf(room, summary.lost)) })] : []),
    ...(isFew && silent.length > 0 ? [t('silent', { names: named(silent) })] : []),
  ]
  return (
    <>
      {parts.length > 0 ? <span className={styles.people}>{parts.join(' ')}</span> : null}
      {isFew ? null : (
        <details className={`hint ${styles.silent}`}>
          <summary>{t('silentMany', { count: silent.length })}</summary>
          {named(silent)}
        </details>
      )}
    </>
  )
}
