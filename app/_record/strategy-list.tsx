// A strategy sheet as a list of the parts that are written: on a student's page, at the desk, in the debrief, and on a role sheet.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { delegationIds } from '#simulation/agenda/parties'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import type { StrategySheet } from '#simulation/shapes/strategy'
import styles from './strategy-list.module.css'
import { strategyParts } from './strategy-parts'
import { GappedWords } from './words/gapped-words'

export const EMPTY_SHEET: StrategySheet = { aim: '', canSpare: '', noDeal: '', theySay: {}, question: '' }

type StrategyListProps = {
  plan: RoomPlan
  own: DelegationId
  sheet: StrategySheet
  /** What is said beneath an expectation of a delegation. */
  beneath?: (of: DelegationId) => ReactNode
}

export function StrategyList({ plan, own, sheet, beneath }: StrategyListProps) {
  const record = useTranslations('record')
  const others = delegationIds(plan).filter((id) => id !== own)
  return (
    <dl className={`fields ${styles.parts}`}>
      {strategyParts(sheet, others, plan, record).map(({ key, label, text, of }) =>
        text === '' ? null : (
          <div key={key}>
            <dt className="hint">{label}</dt>
            <dd>
              <GappedWords text={text} plan={plan} />
              {of === null ? null : beneath?.(of)}
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}
