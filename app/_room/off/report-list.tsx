'use client'
// Lines that were reported and wait for the chair: one note a line, however many reported it, with who did and why.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { struckName } from '#record/words/off-words.ts'
import type { PersonId } from '#simulation/kernel/ids'
import { openReports } from '#simulation/reading/log/strikes'
import type { RoomState } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { useToast } from '#ui/over/toast'
import { Icon } from '#ui/words/icon'
import styles from './report-list.module.css'
import type { StrikeAct } from './strike-line'

type ReportListProps = {
  state: RoomState
  /** The name of the table, where the list holds those of several. */
  room?: string | undefined
  nameOf: (person: PersonId) => string
  act: StrikeAct
  /** The button that shows the line. */
  look: (entry: string, label: string) => ReactNode
}

export function ReportList({ state, room, nameOf, act, look }: ReportListProps) {
  const t = useTranslations('off.reports')
  const record = useTranslations('record')
  const said = useSaidAt(state)
  const tell = useToast()
  const reports = openReports(state)
  if (reports.length === 0) return null
  const leave = async (entry: string) => {
    if (await act({ type: 'answerReport', entry })) tell({ text: t('left') })
  }
  return (
    <ul className={styles.reports} aria-label={t('label')}>
      {reports.map(({ entry, reports: made }) => {
        const name = struckName(record, state.plan, entry)
        const line = t('line', { name, count: made.length })
        return (
          <li key={entry}>
            <p>
              <Icon name="flag" /> <b>{room === undefined ? line : t('lineAt', { room, line })}</b>{' '}
              <small>{said(made[0]?.at ?? state.openedAt, { seconds: false })}</small>
            </p>
            {made.map(({ person, reason, text }) => (
              <p key={person} className={styles.one}>
                <b>{nameOf(person)}</b> {t('one', { reason: t(`reasons.${reason}`), text: text ?? 'none' })}
              </p>
            ))}
            <p className={`acts ${styles.acts}`}>
              {look(entry, t('look', { name }))}
              <Button kind="quiet" size="dense" onClick={() => void leave(entry)}>
                {t('leave')}
              </Button>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
