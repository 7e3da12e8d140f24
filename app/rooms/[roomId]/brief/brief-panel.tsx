'use client'
// The confidential instructions of a seat and of its delegation, on screen and on paper: the one page of the office, and behind it the rest
// with the delegation's range on each axis. The server sends them to no other delegation.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { scenarioPath } from '#paths'
import { BriefBody } from '#record/brief-body'
import { OfficeSheet } from '#record/office-sheet'
import { CitedText } from '#record/words/cited-text'
import type { SeatView } from '#room/link/seat-view.ts'
import type { Brief } from '#simulation/agenda/brief'
import { type OwnBriefs, ownBriefs } from '#simulation/reading/homework/own-briefs'
import { Band } from '#ui/charts/band'
import { Button } from '#ui/controls/button'
import { EmptyState } from '#ui/page/empty-state'
import styles from '../../../_record/words/brief-text.module.css'
import { StrategyPanel } from './strategy-panel'

type BriefPanelProps = {
  at: SeatView
  /** One column, for a place beside the caucus. */
  narrow?: boolean
}

export function BriefPanel({ at, narrow = false }: BriefPanelProps) {
  const t = useTranslations('room.brief')
  const briefs = ownBriefs(at.state, at.seat)
  const { own, delegation } = briefs
  if (!own && !delegation) {
    return (
      <EmptyState title={t(at.delegation === null ? 'noneTitle' : 'soonTitle')} level={2}>
        {t(at.delegation === null ? 'none' : 'soon')}
      </EmptyState>
    )
  }
  const about = [at.view.room?.name, at.view.room?.title, t('confidential')].filter(Boolean).join(' · ')
  if (own?.sheet)
    return (
      <div>
        <p className={styles.paper}>{about}</p>
        <section aria-labelledby="brief-own">
          <OwnBand at={at} narrow={narrow} />
          <div className={styles.page}>
            <OfficeSheet brief={own} plan={at.state.plan} text={(line) => <Line at={at} brief={own} {...line} />} />
          </div>
          <p className="hint">{t('page.read')}</p>
        </section>
        <details className={styles.more}>
          <summary>{t('page.more')}</summary>
          <WholeBrief at={at} narrow={narrow} briefs={briefs} />
        </details>
        <div className="unprinted">
          <StrategyPanel at={at} />
        </div>
      </div>
    )
  return (
    <div>
      <p className={styles.paper}>{about}</p>
      <WholeBrief at={at} narrow={narrow} briefs={briefs} />
      <StrategyPanel at={at} />
    </div>
  )
}

const Line = ({ at, brief, ...line }: { at: SeatView; brief: Brief; text: string; anchors?: readonly string[] }) => (
  <CitedText {...line} from={{ ...at.about, facts: brief.facts }} />
)

function OwnBand({ at, narrow }: { at: SeatView; narrow: boolean }) {
  const t = useTranslations('room.brief')
  return (
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
  )
}

/** Both briefs side by side: of the office what its one page does not hold, under a heading of its own where it has no such page. */
function WholeBrief({ at, narrow, briefs: { own, delegation } }: BriefPanelProps & { briefs: OwnBriefs }) {
  const t = useTranslations('room.brief')
  return (
    <div className={styles.brief} data-narrow={narrow || undefined}>
      {at.view.room ? (
        <p className={`unprinted ${styles.pack}`}>
          <Link href={scenarioPath(at.view.room.activityId)}>{t('pack')}</Link>
        </p>
      ) : null}
      {own ? (
        <section {...(own.sheet ? { 'aria-label': own.title } : { 'aria-labelledby': 'brief-own' })}>
          {own.sheet ? null : <OwnBand at={at} narrow={narrow ?? false} />}
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
    </div>
  )
}
