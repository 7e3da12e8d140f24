// The marks of the delegation's positions by round; all of its members share them.

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type SavedMark, type Subject, standing } from '#marks/score.ts'
import { entryPath } from '#paths'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId, TensionKey } from '#simulation/kernel/ids'
import { criteriaFor, type Rubric, topOf } from '#simulation/reading/log/rubric'
import { Band } from '#ui/charts/band'
import { LevelScale } from '#ui/controls/rubric-row'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './own-marks.module.css'

type OwnPositionsProps = {
  marks: readonly SavedMark[]
  rubricOf: (subject: Subject) => Rubric
  plan: RoomPlan
  delegation: DelegationId
  roomId: string
  /** The delegation's positions of a round in full. */
  cardOf: (round: TensionKey) => ReactNode
}

export function OwnPositions({ marks, rubricOf, plan, delegation, roomId, cardOf }: OwnPositionsProps) {
  const t = useTranslations('marks.own')
  const rounds = plan.rounds.flatMap((round, index) => {
    const subject: Subject = { kind: 'position', delegation, round: round.key }
    const rubric = rubricOf(subject)
    const given = criteriaFor(rubric, 'position').flatMap((criterion) => {
      const mark = standing(marks, subject, criterion.key)
      return mark ? [{ criterion, mark }] : []
    })
    return given.length > 0 ? [{ round, number: index + 1, given, top: topOf(rubric) }] : []
  })
  if (rounds.length === 0) return null
  return (
    <section className={styles.positions} aria-labelledby="positions">
      <h2 id="positions">{t('positions')}</h2>
      <p className={styles.question}>{t('positionsLead', { country: delegationIn(plan, delegation)?.name ?? '' })}</p>
      {rounds.map(({ round, number, given, top }) => (
        <div key={round.key} className={styles.round}>
          <Band dense level={3} title={t('round', { number, title: round.title })} />
          {cardOf(round.key)}
          <ul>
            {given.map(({ criterion, mark }) => (
              <li key={criterion.key}>
                <b>{criterion.name}</b>
                <LevelScale level={mark.level} top={top} />
                <span className={styles.short}>
                  {criterion.levels[mark.level]}
                  {mark.comment ? <em> {mark.comment}</em> : null}
                </span>
                <span className={`acts ${styles.numbers}`}>
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
