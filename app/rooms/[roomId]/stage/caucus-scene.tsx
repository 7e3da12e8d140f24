'use client'
// The scene of briefing and caucus: the question, who sits where, and which positions are filed. That a position is filed is public; the
// stage is not sent its content.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { opens } from '#simulation/agenda/phase-kinds'
import { roundOf } from '#simulation/agenda/plan'
import { filedBy } from '#simulation/reading/log/filings'
import { phaseNow } from '#simulation/state/room-state'
import { type Delegation, delegationsIn } from '#ui/words/delegations.ts'
import { PeopleTable } from './people-table'
import styles from './scenes.module.css'
import type { StageContext } from './stage-context'
import { Plate, Question } from './stage-parts'

export function CaucusScene({ on }: { on: StageContext }) {
  const t = useTranslations('stage.caucus')
  const phase = phaseNow(on.state)
  if (!phase) return null
  const delegations = delegationsIn(on.state.plan)
  const round = phase.round ? roundOf(on.state.plan, phase.round) : undefined
  return (
    <div className={styles.two}>
      <Question quiet={phase.note || t(opens(phase, 'stance') ? 'briefing' : 'private')}>
        {round?.question ?? on.state.plan.seminarQuestion}
      </Question>
      {phase.files ? (
        <ul
          className={styles.filings}
          aria-label={t('filings')}
          data-many={delegations.length > 4 || undefined}
          style={{ '--columns': 2 } as CSSProperties}
        >
          {delegations.map((delegation) => (
            <Filing key={delegation.id} on={on} delegation={delegation} />
          ))}
        </ul>
      ) : (
        <PeopleTable on={on} />
      )}
    </div>
  )
}

function Filing({ on, delegation }: { on: StageContext; delegation: Delegation }) {
  const t = useTranslations('stage.caucus')
  const { filed, of } = filedBy(on.state, delegation.id)
  const all = filed === of
  return (
    <li>
      <Plate delegation={delegation} form={all ? 'filled' : 'outline'} />
      <b>{of === 1 ? t(all ? 'filed' : 'notFiled') : t('filedOf', { filed, of })}</b>
    </li>
  )
}
