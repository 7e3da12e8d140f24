// The entries that open what was sealed: the positions of a round, the joint text in its short form, and how it was judged at home. Only what the entry itself holds
// is drawn, so nothing that is still sealed.
import { useLocale, useTranslations } from 'next-intl'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { Shape } from '#ui/charts/shape'
import { delegationsIn } from '#ui/words/delegations.ts'
import type { RecordContext } from './entries/record-context'
import { standWords } from './entry-parts'
import { sideLines, sideWords } from './home-words'
import styles from './record-line.module.css'
import { GappedWords } from './words/gapped-words'

type Revealed = Extract<Paragraph, { kind: 'reveal' }>
type Issued = Extract<Paragraph, { kind: 'issued' }>

/** Where each delegation was found to stand. */
export function Stands({
  plan,
  entry: { positions, sheets, stage },
}: {
  plan: RoomPlan
  entry: Pick<Revealed, 'positions' | 'sheets' | 'stage'>
}) {
  const t = useTranslations('record')
  return (
    <span className={styles.opened}>
      {delegationsIn(plan).map((delegation) => (
        <span key={delegation.id} className={styles.stand}>
          <Shape delegation={delegation} silent />{' '}
          {standWords(
            positions[delegation.id],
            delegation.name,
            t,
            sheets?.find((sheet) => sheet.delegation === delegation.id),
            stage,
          )}
        </span>
      ))}
    </span>
  )
}

/** The clauses of the joint text, each with how it ended. */
export function Clauses({ clauses }: Pick<Issued, 'clauses'>) {
  const t = useTranslations('record')
  return clauses.map((clause, place) => (
    <span key={clause.clause} className={styles.clause}>
      <span className={styles.number}>{place + 1}</span> {clause.heading},{' '}
      {clause.outcome === 'passed' ? t('issued.passed') : t('issued.notPassed')}
      {clause.standing.length > 0 ? `, ${t('issued.standing')}` : ''}.
    </span>
  ))
}

type Judged = Extract<Paragraph, { kind: 'ratification' }>

/** How each side judged the text, with its cards, votes and reasons. */
export function Sides({ about, sides }: { about: RecordContext } & Pick<Judged, 'sides'>) {
  const { plan, marks, timeZone } = about
  const says = { record: useTranslations('record'), locale: useLocale(), plan }
  return delegationsIn(plan).flatMap((delegation) => {
    const side = sides.find((each) => each.delegation === delegation.id)
    if (!side) return []
    return (
      <span key={delegation.id} className={styles.clause}>
        <Shape delegation={delegation} silent /> <b>{sideWords(says, side)}</b>{' '}
        <GappedWords text={sideLines(says, side).join(' ')} {...{ plan, marks, timeZone }} />
      </span>
    )
  })
}
