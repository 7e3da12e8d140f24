'use client'
// The head of the grading place: how far everybody is, whom it is about, and the ways to the others.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { gradingPath, rubricPath } from '#paths'
import { gradeCounts } from '#simulation/reading/marks/grades'
import { Button, LinkButton } from '#ui/controls/button'
import { Select } from '#ui/controls/select'
import styles from './grading.module.css'
import { GradingForm } from './grading-form'
import { RegradesOpen } from './regrade-box'
import { useGrading } from './use-grading'

/** With more, their boxes would take the place of the work. */
const MOST_DRAWN = 60

export function PlaceHead({ onHelp }: { onHelp: () => void }) {
  const t = useTranslations('grading')
  const { activityId, listed, person, runs, goTo, grading } = useGrading()
  const counts = gradeCounts(listed.map(({ grade }) => grade))
  return (
    <header className={`ends ${styles.head}`}>
      <div className={styles.whom}>
        <Select
          data-field="name"
          size="dense"
          aria-label={t('whom')}
          value={person?.id ?? ''}
          onChange={(event) => {
            goTo(event.target.value)
            // The keys are the sheet's again.
            event.target.blur()
          }}
          options={[
            ...(person ? [] : [{ value: '', label: t('whomPrompt') }]),
            ...(person && !listed.includes(person) ? [person, ...listed] : listed).map(({ id, name, grade }) => ({
              value: id,
              label: t('whomState', { name, state: grade.tookNoPart ? 'noPart' : grade.state }),
            })),
          ]}
        />
        <p className={styles.hint}>{person ? person.about : null}</p>
        {grading.hideNames ? <p className={styles.hint}>{t('hidden.lead')}</p> : null}
      </div>
      <div className={`hint ${styles.progress}`}>
        {listed.length > MOST_DRAWN ? null : (
          <ol className="acts" aria-hidden="true">
            {listed.map(({ id, grade }) => (
              <li
                key={id}
                data-state={grade.tookNoPart ? 'noPart' : grade.state}
                data-current={id === person?.id || undefined}
              />
            ))}
          </ol>
        )}
        <p>
          {t('progress', counts)}
          <RegradesOpen regrades={listed.flatMap(({ regrades }) => regrades)} />
        </p>
      </div>
      <div className="acts">
        <WaysOn />
        {runs ? (
          <>
            <LinkButton size="dense" href={rubricPath(activityId)}>
              {t('rubric')}
            </LinkButton>
            <GradingForm />
          </>
        ) : null}
        <Button size="dense" keys="?" onClick={onHelp}>
          {t('keys.open')}
        </Button>
      </div>
    </header>
  )
}

/** To the student before and the next one with a level to give, whose page is fetched beforehand. */
function WaysOn() {
  const t = useTranslations('grading')
  const { activityId, before, next, goTo } = useGrading()
  return (
    <>
      <Button
        size="dense"
        keys="B"
        idle={before ? null : t('first')}
        onClick={() => (before ? goTo(before.id) : undefined)}
      >
        {t('back')}
      </Button>
      <Button
        kind="primary"
        size="dense"
        keys="N"
        idle={next ? null : t('last')}
        onClick={() => (next ? goTo(next.id) : undefined)}
      >
        {t('next', { chosen: next ? 'yes' : 'no', name: next?.name ?? '' })}
      </Button>
      {/* Nobody sees or reaches it: with it the browser fetches their page whole. */}
      {next ? (
        <Link key={next.id} href={gradingPath(activityId, next.id)} prefetch={true} tabIndex={-1} aria-hidden="true" />
      ) : null}
    </>
  )
}
