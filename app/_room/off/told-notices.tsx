'use client'
// What a person is told about words taken off: the writer, what was done and why, and that the turn stands; whoever reported a line, that the
// chair has answered. Each stays until it is closed on this device, or until the next phase begins. It stands above the record, whose lines scroll, so nothing in hand moves.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import * as z from 'zod/mini'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { reasonWords, struckName } from '#record/words/off-words.ts'
import { ownReports, takenFrom } from '#simulation/reading/log/strikes'
import { isPublicNumber } from '#simulation/state/numbered-entries'
import { Button } from '#ui/controls/button'
import { beginning } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import { useLocalStorage } from '../hooks/use-local-storage'
import type { SeatView } from '../link/seat-view'
import { HelpDialog } from '../table/help-call'
import styles from './told-notices.module.css'

const closedUpTo = z.number()

/** `again`: the way to the composer, where there is one. */
export function ToldNotices({ at, again }: { at: SeatView; again: (() => void) | null }) {
  return (
    <>
      <Taken at={at} again={again} />
      <Answered at={at} />
    </>
  )
}

function Taken({ at, again }: { at: SeatView; again: (() => void) | null }) {
  const t = useTranslations('off.told')
  const counted = useTranslations('off')
  const record = useTranslations('record')
  const said = useSaidAt(at.state)
  const [closed, close] = useLocalStorage(at, 'taken-off-closed', closedUpTo, 0)
  const last = takenFrom(at.state, at.person).at(-1)
  if (!last || last.at <= closed || isPast(at, last.at)) return null
  const { entry, count, reason } = last
  const name = struckName(record, at.state.plan, entry)
  const title =
    count === 0 ? t('takenAll', { name }) : t('taken', { words: beginning(counted('words', { count })), count, name })
  const over = at.state.closedAt !== null
  return (
    <Notice label={title} onClose={() => close(last.at)} asks>
      <h3>{title}</h3>
      <p>{t('why', { time: said(last.at, { seconds: false }), reason: reasonWords(record, reason) })}</p>
      <p className={styles.stands}>{t.rich('stands', { b: (chunks) => <b>{chunks}</b> })}</p>
      <p className={`acts ${styles.acts}`}>
        {again ? (
          <Button kind="primary" size="dense" onClick={again}>
            {t('again')}
          </Button>
        ) : null}
        {over ? null : <HelpDialog at={at} open={{ label: t('ask'), words: t('askWords', { name }) }} />}
      </p>
    </Notice>
  )
}

function Answered({ at }: { at: SeatView }) {
  const t = useTranslations('off.told')
  const record = useTranslations('record')
  const said = useSaidAt(at.state)
  const [closed, close] = useLocalStorage(at, 'report-told-closed', closedUpTo, 0)
  const told = ownReports(at.state, at.person).flatMap(({ answer, ...report }) =>
    answer && answer.at > closed ? [{ ...report, answer }] : [],
  )
  const last = told.at(-1)
  if (!last || isPast(at, last.answer.at)) return null
  const name = struckName(record, at.state.plan, last.entry)
  const words = { name, time: said(last.at), at: said(last.answer.at), b: (chunks: ReactNode) => <b>{chunks}</b> }
  return (
    <Notice
      label={t.markup(last.answer.how, { ...words, b: (chunks) => chunks })}
      onClose={() => close(last.answer.at)}
    >
      <p>
        <Icon name="flag" /> {t.rich(last.answer.how, words)}{' '}
        {isPublicNumber(last.entry) ? <a href={`#e${last.entry}`}>{t('read')}</a> : null}
      </p>
    </Notice>
  )
}

/** Whether a phase has begun since: what was told in the one before is read, and covers the record no more. */
const isPast = ({ state }: SeatView, toldAt: number): boolean => state.clock !== null && toldAt < state.clock.startsAt

type NoticeProps = { label: string; asks?: boolean; onClose: () => void; children: ReactNode }

function Notice({ label, asks = false, onClose, children }: NoticeProps) {
  const t = useTranslations('off.told')
  return (
    <section className={styles.notice} data-asks={asks || undefined} role="status" aria-label={label}>
      <div className={styles.words}>{children}</div>
      <Button kind="quiet" size="dense" icon="close" aria-label={t('close')} onClick={onClose} />
    </section>
  )
}
