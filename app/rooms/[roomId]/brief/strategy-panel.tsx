'use client'
// Beneath the brief: the strategy sheet of one's own office, and those of the delegation's other offices. Nobody else but the chair reads them.
import { useTranslations } from 'next-intl'
import { StrategyList } from '#record/strategy-list'
import type { SeatView } from '#room/link/seat-view.ts'
import { officeOf } from '#simulation/agenda/plan'
import { strategyNow } from '#simulation/questions/strategy'
import { officeSheets } from '#simulation/reading/homework/strategies'
import { Band } from '#ui/charts/band'
import { LockLine } from '#ui/words/seal'
import styles from './strategy.module.css'
import { StrategyForm } from './strategy-form'

export function StrategyPanel({ at }: { at: SeatView }) {
  const t = useTranslations('room.strategy')
  const { state, delegation } = at
  const open = strategyNow(state)
  if (!state.plan.strategy || delegation === null) return null
  const office = officeOf(at.seat)
  const written = officeSheets(state, delegation).filter(({ strategy }) => strategy !== null)
  const shown = open ? written.filter((sheet) => sheet.office.id !== office) : written
  return (
    <section aria-labelledby="strategy-title" className={styles.panel}>
      <Band level={2} title={<span id="strategy-title">{t('title')}</span>} detail={t('detail')} />
      <div className={styles.lock}>
        <LockLine>{t('private')}</LockLine>
      </div>
      <StrategyForm key={office} at={at} own={delegation} />
      {!open && written.length === 0 ? <p className="hint">{t('none')}</p> : null}
      {shown.map(({ office: seat, strategy }) =>
        strategy ? (
          <section key={seat.id} className={styles.other} aria-label={t('of', { title: seat.title })}>
            <h3>{t('of', { title: seat.title })}</h3>
            <StrategyList plan={state.plan} own={delegation} sheet={strategy.sheet} />
          </section>
        ) : null,
      )}
    </section>
  )
}
