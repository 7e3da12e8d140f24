'use client'
// One role sheet: whose it is, the one page of their office or else its brief, then their delegation's, and what of the strategy sheet is written by then: an empty
// one would cost a second sheet of paper.
import { useTranslations } from 'next-intl'
import { BriefBody } from '#record/brief-body'
import { OfficeSheet } from '#record/office-sheet'
import { StrategyList } from '#record/strategy-list'
import { CitedText } from '#record/words/cited-text'
import type { Brief } from '#simulation/agenda/brief'
import type { RoomPlan, SeatPlan } from '#simulation/agenda/plan'
import { ownBriefs } from '#simulation/reading/homework/own-briefs'
import type { StrategySheet } from '#simulation/shapes/strategy'
import { Placard } from '#ui/charts/placard'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './role-sheets.module.css'

type RoleSheetViewProps = {
  name: string | null
  seat: SeatPlan
  table: string | null
  about: { course: string; title: string }
  plan: RoomPlan
  briefs: readonly Brief[]
  /** What the office has written by now; null where nothing. */
  strategy: StrategySheet | null
}

export function RoleSheetView({ name, seat, table, about, plan, briefs, strategy }: RoleSheetViewProps) {
  const t = useTranslations('seating.sheets')
  const names = useTranslations('common.seatName')
  const delegation = delegationIn(plan, seat.delegation)
  const office = seat.mirrors === null ? seat.title : names('second', { title: seat.title })
  const { own, delegation: shared } = ownBriefs({ briefs }, seat)
  const at = { state: { plan }, about: { plan, displayNames: {}, own: null } }
  const cited = (line: { text: string; anchors?: readonly string[] }) => (
    <CitedText {...line} from={{ ...at.about, facts: own?.facts }} />
  )
  return (
    <article className={styles.sheet} aria-label={name ?? office}>
      <header className={`acts ${styles.top}`}>
        {delegation ? <Placard delegation={delegation} size="lg" square silent /> : null}
        <div>
          <h2>{name ?? office}</h2>
          <p>
            {name === null
              ? delegation?.name
              : delegation
                ? t('country', { office, country: delegation.name })
                : office}
          </p>
        </div>
        <p className={styles.about}>{[about.course, about.title, table].filter(Boolean).join(' · ')}</p>
      </header>
      {own?.sheet ? (
        <>
          {own.sections
            .flatMap(({ heading, lines }) => (heading === 'charge' ? lines : []))
            .map((line) => (
              <p key={line.text}>{cited(line)}</p>
            ))}
          <OfficeSheet brief={own} plan={plan} text={cited} />
        </>
      ) : null}
      {own && !own.sheet ? <BriefBody at={at} brief={own} delegation={shared} /> : null}
      {shared && delegation ? (
        <section className={styles.shared}>
          <h3>{t('delegation', { country: delegation.name })}</h3>
          <BriefBody at={at} brief={shared} delegation={shared} />
        </section>
      ) : null}
      {strategy && delegation ? (
        <section className={styles.shared}>
          <h3>{t('strategy')}</h3>
          <StrategyList plan={plan} own={delegation.id} sheet={strategy} />
        </section>
      ) : null}
      {own || shared ? null : <p>{t('observer')}</p>}
      <footer className="faint">{t('foot')}</footer>
    </article>
  )
}
