'use client'
// Who leads a tension for the reader's delegation, and the status of its position paper.
import { useTranslations } from 'next-intl'
import { holderName, type SeatView } from '#room/seat-view.ts'
import { useWhen } from '#room/when'
import type { RoundPlan } from '#simulation/agenda/plan'
import { ledBy } from '#simulation/questions/homework'
import { filingNow, paperStatus } from '#simulation/reading/filings'
import { seatsIn } from '#simulation/state/room-state'
import { delegationIn } from '#ui/delegations.ts'
import styles from './debate-tab.module.css'

export function PaperLine({ at, round }: { at: SeatView; round: RoundPlan }) {
  const t = useTranslations('homework-room.debate')
  const when = useWhen(at.courseZone)
  const { state, delegation } = at
  if (delegation === null) return null
  const stage = filingNow(state)?.stage ?? 'opening'
  const status = paperStatus(state, round.key, stage, delegation)
  const leader = seatsIn(state, delegation).find((seat) => ledBy(state.plan, seat).includes(round.key))
  const capital = delegationIn(state.plan, delegation)?.capital ?? ''
  const isRevealed = status.kind === 'revealed'
  const paper = 'at' in status ? t(`paper.${status.kind}`, { when: when.short(status.at) }) : t(`paper.${status.kind}`)
  return (
    <p className={styles.paper}>
      {leader?.id === at.seat.id
        ? t('ledByYou', { capital })
        : leader
          ? t('led', { capital, title: leader.title, name: holderName(at, leader) ?? 'none' })
          : null}{' '}
      {paper}{' '}
      {filingNow(state) || isRevealed ? <a href="#positions">{t(isRevealed ? 'paper.see' : 'paper.go')}</a> : null}
    </p>
  )
}
