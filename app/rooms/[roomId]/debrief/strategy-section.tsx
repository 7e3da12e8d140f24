// What each office prepared before the lesson, beside what the others said first: of the reader's own delegation, and of all for the chair.
import { useTranslations } from 'next-intl'
import { StrategyList } from '#record/strategy-list'
import { expectationsOf, officeSheets } from '#simulation/reading/homework/strategies'
import { Placard } from '#ui/charts/placard'
import { delegationIn } from '#ui/words/delegations.ts'
import { type DebriefData, entryHref } from './debrief-data'
import { Part } from './part'
import styles from './strategy-section.module.css'

export function StrategySection({ back: { room, state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.strategy')
  const sheets = officeSheets(state).flatMap(({ office, strategy }) =>
    strategy && office.delegation !== null ? [{ office, strategy, own: office.delegation }] : [],
  )
  if (sheets.length === 0) return null
  return (
    <Part long title={t('title', { count: sheets.length })} sub={t('sub')}>
      <div className={`form ${styles.sheets}`}>
        {sheets.map(({ office, strategy, own }) => {
          const delegation = delegationIn(state.plan, own)
          const spoke = new Map(expectationsOf(state, strategy).map((one) => [one.delegation, one.spokeAt]))
          return (
            <section key={office.id} aria-label={office.title}>
              <h3>
                {delegation ? <Placard delegation={delegation} size="xs" /> : null} {office.title}
              </h3>
              <StrategyList
                plan={state.plan}
                own={own}
                sheet={strategy.sheet}
                beneath={(of) => {
                  const entry = spoke.get(of) ?? null
                  return (
                    <small>
                      {entry === null ? (
                        t('silent')
                      ) : (
                        <a href={entryHref(room, String(entry))}>{t('spoke', { number: entry })}</a>
                      )}
                    </small>
                  )
                }}
              />
            </section>
          )
        })}
      </div>
    </Part>
  )
}
