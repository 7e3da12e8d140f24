'use client'
// The confidential instructions of a seat and of its delegation, on screen and on paper, with the delegation's range on each axis. The
// server sends them to no other delegation.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { scenarioPath } from '#paths'
import { BriefBody } from '#record/brief-body'
import type { SeatView } from '#room/link/seat-view.ts'
import { ownBriefs } from '#simulation/reading/own-briefs'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import styles from '../../../_record/brief-text.module.css'
import { StrategyPanel } from './strategy-panel'

type BriefPanelProps = {
  at: SeatView
  /** One column, for a place beside the caucus. */
  narrow?: boolean
}

export function BriefPanel({ at, narrow = false }: BriefPanelProps) {
  const t = useTranslations('room.brief')
  const { own, delegation } = ownBriefs(at.state, at.seat)
  if (!own && !delegation) {
    return (
      <EmptyState title={t(at.delegation === null ? 'noneTitle' : 'soonTitle')} level={2}>
        {t(at.delegation === null ? 'none' : 'soon')}
      </EmptyState>
    )
  }
  return (
    <div className={styles.brief} data-narrow={narrow || undefined}>
      {at.view.room ? (
        <p className={`unprinted ${styles.pack}`}>
          <Link href={scenarioPath(at.view.room.activityId)}>{t('pack')}</Link>
        </p>
      ) : null}
      <p className={styles.paper}>
        {[at.view.room?.name, at.view.room?.title, t('confidential')].filter(Boolean).join(' · ')}
      </p>
      {own ? (
        <section aria-labelledby="brief-own">
          <Band
            title={<span id="brief-own">{t('toSeat', { title: at.seat.title })}</span>}
            level={2}
            right={
              narrow ? (
                t('confidential')
              ) : (
                <Button size="dense" onClick={() => window.print()}>
                  {t('print')}
                </Button>
              )
            }
          />
          <BriefBody at={at} brief={own} delegation={delegation} />
        </section>
      ) : null}
      {delegation ? (
        <section aria-labelledby="brief-delegation">
          <Band
            title={<span id="brief-delegation">{t('toDelegation', { country: delegation.title })}</span>}
            level={2}
            right={t('confidential')}
          />
          <BriefBody at={at} brief={delegation} delegation={delegation} />
        </section>
      ) : null}
      <StrategyPanel at={at} />
    </div>
  )
}
