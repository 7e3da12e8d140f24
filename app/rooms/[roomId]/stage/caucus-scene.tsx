'use client'
// While delegations read and talk in private: what they are asked, who sits where, and which positions are filed.
// That a position is filed is public; nothing of what it says is here to be shown.
import { useTranslations } from 'next-intl'
import { opens } from '#simulation/agenda/phase-kinds'
import { roundOf } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { phaseNow, positionFile } from '#simulation/kernel/room-state'
import { TABLE_ORDER } from '../../../_ui/table-order'
import type { OnStage } from './on-stage'
import { PeopleTable } from './people-table'
import styles from './scenes.module.css'
import { Plate, Question } from './stage-parts'

export function CaucusScene({ on }: { on: OnStage }) {
  const t = useTranslations('stage.caucus')
  const phase = phaseNow(on.state)
  if (!phase) return null
  const round = phase.round ? roundOf(on.state.plan, phase.round) : undefined
  return (
    <div className={styles.two}>
      <Question quiet={phase.note || t(opens(phase, 'stance') ? 'briefing' : 'private')}>
        {round?.question ?? on.state.plan.seminarQuestion}
      </Question>
      {phase.files ? (
        <ul className={styles.filings} aria-label={t('filings')}>
          {TABLE_ORDER.map((delegation) => (
            <Filing key={delegation} on={on} delegation={delegation} />
          ))}
        </ul>
      ) : (
        <PeopleTable on={on} />
      )}
    </div>
  )
}

function Filing({ on, delegation }: { on: OnStage; delegation: DelegationId }) {
  const t = useTranslations('stage.caucus')
  const files = phaseNow(on.state)?.files
  const rounds = files?.rounds ?? []
  const filed = rounds.filter(
    (round) => positionFile(on.state, round, files?.stage ?? 'opening', delegation).sealedAt !== null,
  ).length
  const all = filed === rounds.length
  return (
    <li>
      <Plate delegation={delegation} form={all ? 'filled' : 'outline'} />
      <b>{rounds.length === 1 ? t(all ? 'filed' : 'notFiled') : t('filedOf', { filed, of: rounds.length })}</b>
    </li>
  )
}
