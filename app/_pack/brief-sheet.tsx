// A brief as a sheet: the one page of an office where it has one, its sections, what is at stake for the office in each round, and where the delegation may stand, with the steps by
// name. For its own readers and for the instructor.
import { useTranslations } from 'next-intl'
import { OfficeSheet, sectionsBehind } from '#record/office-sheet'
import { useStep } from '#record/use-step.ts'
import type { Brief } from '#simulation/agenda/brief'
import type { AxisPlan, RoomPlan } from '#simulation/agenda/plan'
import { signed } from '#ui/words/signed.ts'
import styles from './brief-sheet.module.css'
import { PackText } from './pack-text'

/** The rounds that a brief speaks of. */
export type BriefRounds = readonly { key: string; title: string; axis: AxisPlan }[]

type BriefSheetProps = {
  brief: Brief
  rounds: BriefRounds
  plan: Pick<RoomPlan, 'delegations'>
  /** A section that stands above the sheet already. */
  without?: Brief['sections'][number]['heading'] | null
}

export function BriefSheet({ brief, rounds, plan, without = null }: BriefSheetProps) {
  const t = useTranslations('room.brief')
  return (
    <div className={`fields ${styles.sheet}`}>
      <OfficeSheet brief={brief} plan={plan} text={PackText} heading="h4" />
      {sectionsBehind(brief).map(({ heading, lines }) =>
        heading === without ? null : (
          <div key={heading} className={styles.section} data-section={heading}>
            <h4 className={heading === 'brief' ? 'unseen' : undefined}>{t(`sections.${heading}`)}</h4>
            {lines.length > 1 ? (
              <ul>
                {lines.map(({ text, anchors }) => (
                  <li key={text}>
                    <PackText text={text} anchors={anchors} />
                  </li>
                ))}
              </ul>
            ) : (
              lines.map(({ text, anchors }) => (
                <p key={text}>
                  <PackText text={text} anchors={heading === 'brief' ? [] : anchors} />
                </p>
              ))
            )}
          </div>
        ),
      )}
      <Stakes brief={brief} rounds={rounds} />
      <Bands brief={brief} rounds={rounds} />
    </div>
  )
}

function Stakes({ brief: { stakes = [] }, rounds }: { brief: Brief; rounds: BriefRounds }) {
  const t = useTranslations('room.brief')
  const step = useStep()
  if (stakes.length === 0) return null
  return (
    <div className={styles.section}>
      <h4>{t('stakes')}</h4>
      <ol className={styles.rounds}>
        {stakes.map(({ round: key, value, text, anchors }) => {
          const round = rounds.find((each) => each.key === key)
          return round ? (
            <li key={key}>
              <b>{round.title}</b>
              <p>
                <PackText text={text} anchors={anchors} />
              </p>
              <p className={styles.steps}>{t('stake', { value: signed(value), step: step(round.axis, value) })}</p>
            </li>
          ) : null
        })}
      </ol>
    </div>
  )
}

function Bands({ brief: { bands }, rounds }: { brief: Brief; rounds: BriefRounds }) {
  const t = useTranslations('room.brief')
  const step = useStep()
  if (bands.length === 0) return null
  return (
    <div className={styles.section}>
      <h4>{t('bands')}</h4>
      <ol className={styles.rounds}>
        {bands.map(({ round: key, value, low, high, reading }) => {
          const round = rounds.find((each) => each.key === key)
          return round ? (
            <li key={key}>
              <b>{round.title}</b>
              {reading === '' ? null : <p>{reading}</p>}
              <p className={styles.steps}>
                {t('starts', { value: signed(value), step: step(round.axis, value) })}{' '}
                {t('band', {
                  low: signed(low),
                  lowStep: step(round.axis, low),
                  high: signed(high),
                  highStep: step(round.axis, high),
                })}
              </p>
            </li>
          ) : null
        })}
      </ol>
    </div>
  )
}
