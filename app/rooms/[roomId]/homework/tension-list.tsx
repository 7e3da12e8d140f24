'use client'
// The list of tensions, each with its number of posts and the reader's own tasks; the whole record is the last choice.
import { useTranslations } from 'next-intl'
import type { SeatView } from '#room/seat-view.ts'
import type { TensionKey } from '#simulation/kernel/ids'
import { ledBy } from '#simulation/questions/homework'
import { statementsBy, statementsOn } from '#simulation/reading/threads'
import type { Paragraph } from '#simulation/reading/transcript'
import styles from './debate-tab.module.css'
import { EVERYTHING } from './everything'

/** A short note on each tension, such as its number of posts. */
export function useTensionNotes(at: SeatView, said: readonly Paragraph[]): (round: TensionKey) => string {
  const t = useTranslations('homework-room.debate')
  const led = ledBy(at.state.plan, at.seat)
  return (round) => {
    const own = at.seat.holder === null ? 0 : statementsBy(at.state, said, at.seat.holder, round)
    return [
      t('count', { count: statementsOn(said, round) }),
      own > 0 ? t('yours', { count: own }) : null,
      led.includes(round) ? t('youLead') : null,
    ]
      .filter((words) => words !== null)
      .join(' · ')
  }
}

type TensionListProps = {
  at: SeatView
  chosen: string
  onChoose: (round: TensionKey) => void
  notes: (round: TensionKey) => string
}

export function TensionList({ at, chosen, onChoose, notes }: TensionListProps) {
  const t = useTranslations('homework-room.debate')
  const item = (key: string, title: string, note: string) => (
    <li key={key}>
      <button
        type="button"
        className={styles.tension}
        aria-current={key === chosen ? 'true' : undefined}
        onClick={() => onChoose(key)}
      >
        <b>{title}</b>
        <span>{note}</span>
      </button>
    </li>
  )
  return (
    <ul>
      {at.state.plan.rounds.map(({ key, title }) => item(key, title, notes(key)))}
      {item(EVERYTHING, t('everything'), t('everythingDetail'))}
    </ul>
  )
}
