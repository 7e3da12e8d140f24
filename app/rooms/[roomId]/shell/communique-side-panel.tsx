'use client'
// The panel beside the joint text: the floor, a bilateral, the delegation's red lines, and what happens when time runs out.
import { useTranslations } from 'next-intl'
import type { Unread } from '#room/hooks/use-unread.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { HelpCall } from '#room/table/help-call'
import { RefusalText } from '#room/words/refusal-text'
import type { SeatFloor } from '#room/words/use-floor.ts'
import { redLineOf } from '#simulation/reading/log/filings'
import { RedLine } from '#ui/words/red-line'
import { CaucusPanel } from '../caucus/caucus-panel'
import { FloorAction } from '../floor/floor-action'
import styles from './communique-side-panel.module.css'

export function CommuniqueSidePanel({ at, floor, unread }: { at: SeatView; floor: SeatFloor; unread: Unread }) {
  const t = useTranslations('room.text')
  const { state, delegation } = at
  const holder = state.floor.holder && state.seats[state.floor.holder.seat]
  const redLines =
    delegation === null ? [] : state.plan.rounds.flatMap(({ key }) => redLineOf(state, key, delegation, false) ?? [])
  return (
    <aside className={styles.papers} aria-label={t('papers')}>
      {floor.open ? (
        <section>
          <h2>{t('floor')}</h2>
          <p className="hint">{holder ? t('floorHas', { title: holder.title }) : t('floorOpen')}</p>
          {floor.holds ? (
            <p className="hint">{t('floorYours')}</p>
          ) : (
            <div className={styles.action}>
              <FloorAction at={at} floor={floor} second />
            </div>
          )}
          <RefusalText>{floor.request.refused}</RefusalText>
        </section>
      ) : null}
      {delegation === null ? null : (
        <section className={styles.talk}>
          <CaucusPanel at={at} delegation={delegation} unread={unread} />
        </section>
      )}
      {redLines.length > 0 ? (
        <section>
          <h2>{t('redLines')}</h2>
          {[...new Set(redLines)].map((text) => (
            <div key={text} className={styles.redLine}>
              <RedLine>{text}</RedLine>
            </div>
          ))}
        </section>
      ) : null}
      <section>
        <h2>{t('timeEnds')}</h2>
        <p className="hint">{t('whenTimeEnds')}</p>
      </section>
      <HelpCall at={at} />
    </aside>
  )
}
