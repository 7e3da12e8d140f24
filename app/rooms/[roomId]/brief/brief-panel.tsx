'use client'
// The confidential instructions of a seat and of its delegation, on screen and on paper, with the delegation's range on each axis. The
// server sends them to no other delegation.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { scenarioPath } from '#paths'
import { CitedText } from '#record/cited-text'
import type { SeatView } from '#room/seat-view.ts'
import type { Brief } from '#simulation/agenda/plan'
import { ownBriefs } from '#simulation/reading/own-briefs'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import styles from './brief-panel.module.css'
import { Bands, BriefFacts, Stakes } from './brief-rounds'

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
        <p className={styles.pack}>
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
          <Sections at={at} brief={own} />
          <Stakes at={at} brief={own} delegation={delegation} />
          <BriefFacts brief={own} />
        </section>
      ) : null}
      {delegation ? (
        <section aria-labelledby="brief-delegation">
          <Band
            title={<span id="brief-delegation">{t('toDelegation', { country: delegation.title })}</span>}
            level={2}
            right={t('confidential')}
          />
          <Bands at={at} brief={delegation} />
          <Sections at={at} brief={delegation} />
          <BriefFacts brief={delegation} />
        </section>
      ) : null}
    </div>
  )
}

function Sections({ at, brief }: { at: SeatView; brief: Brief }) {
  const t = useTranslations('room.brief.sections')
  const from = { ...at.about, facts: brief.facts }
  return (
    <>
      {brief.sections.map(({ heading, lines }) => (
        <div key={heading} className={styles.section}>
          <h3 data-hidden={heading === 'brief' || undefined}>{t(heading)}</h3>
          {lines.length > 1 ? (
            <ul>
              {lines.map((line) => (
                <li key={line.text}>
                  <CitedText {...line} from={from} />
                </li>
              ))}
            </ul>
          ) : (
            lines.map(({ text, anchors }) => (
              <p key={text}>
                <CitedText text={text} anchors={heading === 'brief' ? [] : anchors} from={from} />
              </p>
            ))
          )}
        </div>
      ))}
    </>
  )
}
