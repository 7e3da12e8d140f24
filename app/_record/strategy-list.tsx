// A strategy sheet as a list: on a student's page, at the desk, in the debrief, and printed on a role sheet, where what is empty is left to
// be written by hand.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { delegationIds } from '#simulation/agenda/parties'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import type { StrategySheet } from '#simulation/shapes/strategy/schemas'
import { GappedWords } from './gapped-words'
import styles from './strategy-list.module.css'
import { strategyParts } from './strategy-parts'

export const EMPTY_SHEET: StrategySheet = { aim: '', canSpare: '', noDeal: '', theySay: {}, question: '' }

type StrategyListProps = {
  plan: RoomPlan
  own: DelegationId
  sheet: StrategySheet
  /** Leaves room for what is not written yet. */
  toWrite?: boolean
  /** What is said beneath an expectation of a delegation. */
  beneath?: (of: DelegationId) => ReactNode
}

export function StrategyList({ plan, own, sheet, toWrite = false, beneath }: StrategyListProps) {
  const record = useTranslations('record')
  const others = delegationIds(plan).filter((id) => id !== own)
  return (
    <dl className={styles.parts} data-blank={toWrite || undefined}>
      {strategyParts(sheet, others, plan, record).map(({ key, label, text, of }) =>
        text === '' && !toWrite ? null : (
          <div key={key} data-empty={text === '' || undefined}>
            <dt>{label}</dt>
            <dd>
              {text === '' ? null : <GappedWords text={text} plan={plan} />}
              {of === null || text === '' ? null : beneath?.(of)}
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}
