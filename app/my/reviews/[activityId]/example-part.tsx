// One of the scenario's sample positions (rule J13): the form for its levels, and once they are given what its author gives the whole.
import { useTranslations } from 'next-intl'
import { type RoomPlan, tensionTitle } from '#simulation/agenda/plan'
import { medianOf, type OwnExample, reviewedCriteria } from '#simulation/beside/peer-reviews/peer-medians'
import { type Rubric, topOf } from '#simulation/reading/log/rubric'
import { delegationIn } from '#ui/words/delegations.ts'
import { signed } from '#ui/words/signed.ts'
import { ExampleForm } from './example-form'
import { Fold } from './fold'
import { formRubric } from './form-rubric'
import { GivenLevels } from './given-levels'
import type { FormOf } from './level-fields'
import styles from './reviews.module.css'

type ExamplePartProps = Pick<FormOf, 'activityId' | 'owner'> & {
  plan: RoomPlan
  rubric: Rubric
  /** Of the level that the author gave. */
  scale: readonly string[]
  own: OwnExample
  number: number
  /** Both are done, so that the reviews come first. */
  folded: boolean
}

export function ExamplePart({ activityId, owner, plan, rubric, scale, own: of, number, folded }: ExamplePartProps) {
  const t = useTranslations('reviews')
  const { place, example, given } = of
  // Not known of levels whose criteria are not asked for any more.
  const own = medianOf(reviewedCriteria(rubric).flatMap(({ key }) => given?.[key] ?? []))
  const { tension, delegation, value, text, redLine, anchors } = example
  const about = {
    number,
    side: delegationIn(plan, delegation)?.name ?? delegation,
    tension: tensionTitle(plan, tension),
    value: signed(value),
  }
  return (
    <section className={styles.part} aria-labelledby={`example-${place}`}>
      <Fold id={`example-${place}`} open={!folded} title={<h2>{t('example', about)}</h2>}>
        <div className={styles.post}>
          <p>{text}</p>
          <p>
            <small>
              {t('redLine', { redLine })} {t('cites', { anchors: anchors.join(', ') })}
            </small>
          </p>
        </div>
        {given === null ? (
          <ExampleForm activityId={activityId} owner={owner} place={place} rubric={formRubric(rubric)} />
        ) : (
          <>
            <GivenLevels rubric={rubric} levels={given} />
            <p className={styles.told}>
              <b>
                {own === null ? null : `${t('middle', { own, top: topOf(rubric) })} `}
                {t('compared', { author: example.level, of: scale.length - 1, name: scale[example.level] ?? '' })}
              </b>{' '}
              {t('why', { why: example.why })}
            </p>
          </>
        )}
      </Fold>
    </section>
  )
}
