// The marks of the delegation's positions by round; all of its members share them.

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { judging } from '#marks/overview.ts'
import { type SavedMark, standing } from '#marks/score.ts'
import { entryPath } from '#paths'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId, TensionKey } from '#simulation/kernel/ids'
import type { Rubric } from '#simulation/scenario/scenario'
import { Band } from '#ui/band'
import { delegationIn } from '#ui/delegations.ts'
import { LevelScale } from '#ui/rubric-row'
import styles from './own-marks.module.css'

type OwnPositionsProps = {
  marks: readonly SavedMark[]
  rubric: Rubric
  plan: RoomPlan
  delegation: DelegationId
  roomId: string
  /** The delegation's positions of a round in full. */
  cardOf: (round: TensionKey) => ReactNode
}

export function OwnPositions({ marks, rubric, plan, delegation, roomId, cardOf }: OwnPositionsProps) {
  const t = useTranslations('marks.own')
  const rounds = plan.rounds.flatMap((round, index) => {
    const given = judging(rubric, 'position').flatMap((criterion) => {
      const mark = standing(marks, { kind: 'position', delegation, round: round.key }, criterion.key)
      return mark ? [{ criterion, mark }] : []
    })
    return given.length > 0 ? [{ round, number: index + 1, given }] : []
  })
  if (rounds.length === 0) return null
  return (
    <section className={styles.positions} aria-labelledby="positions">
      <h2 id="positions">{t('positions')}</h2>
      <p className={styles.question}>{t('positionsLead', { country: delegationIn(plan, delegation)?.name ?? '' })}</p>
      {rounds.map(({ round, number, given }) => (
        <div key={round.key} className={styles.round}>
          <Band dense level={3} title={t('round', { number, title: round.title })} />
          {cardOf(round.key)}
          <ul>
            {given.map(({ criterion, mark }) => (
              <li key={criterion.key}>
                <b>{criterion.name}</b>
                <LevelScale level={mark.level} />
                <span className={styles.short}>
                  {criterion.levels[mark.level]}
                  {mark.comment ? <em> {mark.comment}</em> : null}
                </span>
                <span className={styles.numbers}>
                  {mark.evidence.map((no) => (
                    <Link key={no} href={entryPath(roomId, no)} aria-label={t('entry', { no })}>
                      {no}
                    </Link>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
