'use client'
// At the desk until the first positions open: which offices have written their strategy sheet, each to be opened.
import { useTranslations } from 'next-intl'
import { StrategyList as Sheet } from '#record/strategy-list'
import { strategyNow } from '#simulation/questions/strategy'
import { officeSheets, sheetsCounted } from '#simulation/reading/homework/strategies'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { Popover } from '#ui/over/popover'
import { delegationIn } from '#ui/words/delegations.ts'
import type { DeskView } from './desk-view'
import styles from './strategy-sheets.module.css'

export function StrategySheets({ desk: { state } }: { desk: DeskView }) {
  const t = useTranslations('desk.strategy')
  const sheets = officeSheets(state)
  if (!strategyNow(state) || sheets.length === 0) return null
  return (
    <Popover
      title={t('title')}
      side="top"
      trigger={
        <Button kind="quiet" size="dense">
          {t('title')}: {t('count', sheetsCounted(sheets))}
        </Button>
      }
    >
      <ul className={styles.sheets}>
        {sheets.map(({ office, strategy }) => {
          const delegation = delegationIn(state.plan, office.delegation)
          const head = (
            <>
              {delegation ? <Placard delegation={delegation} size="xs" /> : null} <span>{office.title}</span>
            </>
          )
          return (
            <li key={office.id}>
              {strategy && office.delegation !== null ? (
                <details>
                  <summary>
                    {head} <small>{t('written')}</small>
                  </summary>
                  <Sheet plan={state.plan} own={office.delegation} sheet={strategy.sheet} />
                </details>
              ) : (
                <p>
                  {head} <small>{t('missing')}</small>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </Popover>
  )
}
