// The entries that open what was sealed: the positions of a round, and the joint text in its short form. Only what the entry itself holds
// is drawn, so nothing that is still sealed.
import { useTranslations } from 'next-intl'
import { type RoomPlan, roundOf } from '#simulation/agenda/plan'
import type { Paragraph } from '#simulation/reading/transcript'
import { delegationsIn } from '#ui/delegations.ts'
import { Shape } from '#ui/shape'
import { signed } from '#ui/signed.ts'
import styles from './record-line.module.css'

type Revealed = Extract<Paragraph, { kind: 'reveal' }>
type Issued = Extract<Paragraph, { kind: 'issued' }>

export function RevealLine({ plan, round, stage, positions }: { plan: RoomPlan } & Revealed) {
  const t = useTranslations('record')
  const title = (round && roundOf(plan, round)?.title) ?? ''
  return (
    <>
      {t(`reveal.${stage}`, { round: title })}{' '}
      <span className={styles.opened}>
        {delegationsIn(plan).map((delegation) => {
          const filed = positions[delegation.id]
          const country = delegation.name
          return (
            <span key={delegation.id} className={styles.stand}>
              <Shape delegation={delegation} silent />{' '}
              {filed
                ? t('reveal.value', { country, value: signed(filed.position.value), how: filed.how ?? 'filed' })
                : t('reveal.notFiled', { country })}
            </span>
          )
        })}
      </span>
    </>
  )
}

export function IssuedLine({ clauses }: Pick<Issued, 'clauses'>) {
  const t = useTranslations('record')
  return (
    <>
      {t('issued.title')}{' '}
      {clauses.map((clause, place) => (
        <span key={clause.clause} className={styles.clause}>
          <span className={styles.number}>{place + 1}</span> {clause.heading},{' '}
          {clause.outcome === 'passed' ? t('issued.passed') : t('issued.notPassed')}
          {clause.standing.length > 0 ? `, ${t('issued.standing')}` : ''}.
        </span>
      ))}
    </>
  )
}
