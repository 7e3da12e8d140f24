'use client'
// One finished turn in a line: its number, who spoke, for how long and until when, to what purpose.
import { useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import type { OpenTurn } from '#simulation/reading/log/turns'
import { Placard } from '#ui/charts/placard'
import { delegationIn } from '#ui/words/delegations.ts'
import { clockText } from '#ui/words/signed.ts'
import type { SeatView } from '../link/seat-view'
import styles from './turn-words.module.css'

export function TurnLine({ at, turn }: { at: SeatView; turn: OpenTurn }) {
  const t = useTranslations('room.words')
  const record = useTranslations('record')
  const seat = at.state.plan.seats.find(({ id }) => id === turn.seat)
  const delegation = delegationIn(at.state.plan, seat?.delegation)
  const facts = [
    t('spoke', { time: clockText(turn.seconds), ended: timeOfDay(turn.endedAt) }),
    record(`intents.${turn.intent}`),
    ...(turn.answers === null ? [] : [t('answers', { number: turn.answers })]),
  ]
  return (
    <p className={`acts ${styles.turn}`}>
      {delegation ? <Placard delegation={delegation} size="xs" /> : null}
      <b>
        {turn.no} {record('the', { title: seat?.title ?? '' })}
      </b>
      <small>{facts.join(' · ')}</small>
    </p>
  )
}
