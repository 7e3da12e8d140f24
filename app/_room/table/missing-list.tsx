'use client'
// Who of the class list has not come in, by name. People who come in while the page is open leave the list by themselves.
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { type MissingPerson, stillMissing } from '#simulation/reading/homework/missing'
import type { DisplayNames } from '#simulation/wire/protocol'
import styles from './missing-list.module.css'

type MissingListProps = {
  /** Who was missing when the page was made. */
  names: readonly MissingPerson[]
  /** How many there are in all. */
  of: number
  /** Whether they are the class, or those who are expected at one of several tables. */
  whom?: 'class' | 'table'
  displayNames: DisplayNames
  /** Who plays their seats, where the page does not say it elsewhere. */
  understudies?: boolean
  /** On a page that is cut off: until when it knows who has come in. */
  until?: number
}

export function MissingList({ names, of, whom = 'class', displayNames, understudies, until }: MissingListProps) {
  const t = useTranslations('seating.missing')
  const format = useFormatter()
  // Decided once: a list that opened by itself as people come in would move what the chair is looking at.
  const [isShort] = useState(names.length <= 12)
  const { count, lines } = stillMissing(names, Object.values(displayNames))
  if (of === 0) return null
  const when = until === undefined ? 'now' : timeOfDay(until)
  if (count === 0)
    return (
      <p className={styles.all}>
        {whom === 'table' ? t('allTable', { count: of }) : t('all', { count: of, until: when })}
      </p>
    )
  return (
    <details className={styles.missing} open={isShort}>
      <summary>{whom === 'table' ? t('titleTable', { count }) : t('title', { count, until: when })}</summary>
      <ul>
        {lines.map(({ place, who, left }) => (
          <li key={place}>{t('line', { left, of: who.length, names: format.list(who) })}</li>
        ))}
      </ul>
      {understudies === undefined ? null : <p className={styles.hint}>{t(understudies ? 'text' : 'textNone')}</p>}
    </details>
  )
}
