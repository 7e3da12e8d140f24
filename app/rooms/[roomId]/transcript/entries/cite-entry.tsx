'use client'
// How the entry that the page's address names is cited: its office, table, course, day, number, the record's fingerprint, and its address.
import { useTranslations } from 'next-intl'
import { linkedEntryPath } from '#paths'
import { CopyWords } from '#room/words/copy-words'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { Section } from '#simulation/reading/record/sections'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './cite-entry.module.css'
import { useTarget } from './use-target'

/** Where the record's link leads, and how its course, table and day are called. */
export type Citing = { token: string; course: string; room: string; day: string; fingerprint: string }

export function CiteEntry({ sections, plan, cite }: { sections: readonly Section[]; plan: RoomPlan; cite: Citing }) {
  const t = useTranslations('transcript.cite')
  const record = useTranslations('record')
  const target = useTarget()
  const all = target === null ? [] : sections.flatMap(({ entries }) => entries)
  const entry = all.find(({ id, was }) => id === target || was === target)
  if (!entry) return <p className={`hint unprinted ${styles.hint}`}>{t('hint')}</p>
  const { token, course, room, day, fingerprint } = cite
  const seat = plan.seats.find(({ id }) => id === entry.seat)
  const country = delegationIn(plan, entry.delegation)?.name
  const office = seat ? record('the', { title: seat.title }) : null
  const who = [office, country && (office ? `(${country})` : country)].filter((part) => part).join(' ')
  const link = window.location.origin + linkedEntryPath(token, entry.id)
  const words = [who, room, course, day, t('entry', { no: entry.id }), t('fingerprint', { fingerprint }), link]
  const citation = words.filter((part) => part !== '').join(', ')
  return (
    <aside className={`tools unprinted ${styles.cite}`} aria-label={t('label')}>
      <p>{citation}</p>
      <CopyWords text={citation} label={t('copy')} />
    </aside>
  )
}
