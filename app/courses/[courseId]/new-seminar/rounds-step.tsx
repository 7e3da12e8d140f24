// Step 2: which tensions are played, in which order and for how long, with the whole agenda drawn to scale.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { mayRatify } from '#simulation/planning/chosen-rounds'
import { agendaOf, tensionOf } from '#simulation/scenario/lookup'
import type { Scenario } from '#simulation/scenario/scenario'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { PageHead } from '#ui/page/page-head'
import { AutoForm } from '../_wizard/auto-form'
import { CarriedFields } from '../_wizard/carried-fields'
import { GIVEN } from '../_wizard/said-fields'
import { Wish } from '../_wizard/wish'
import wizard from '../_wizard/wizard.module.css'
import { showAgain } from './actions'
import { givenField, LENGTH_PATTERN, lengthText, phaseField, roundField } from './lengths'
import { Moves } from './moves'
import { type Part, partsOf, totalSeconds } from './parts'
import styles from './rounds-step.module.css'
import { fieldsOf, playedIn, type SeminarSetup } from './setup'
import { StepFoot } from './step-foot'

type RoundsStepProps = { courseId: string; setup: SeminarSetup; scenario: Scenario }

export function RoundsStep({ courseId, setup, scenario }: RoundsStepProps) {
  const t = useTranslations('new-seminar.rounds')
  const parts = partsOf(scenario, setup)
  const roundOf = (key: string) => parts.find((part) => part.kind === 'round' && part.label === key)
  const titleOf = (key: string) => tensionOf(scenario, key)?.title ?? key
  const played = playedIn(setup)
  const total = lengthText(totalSeconds(parts))
  const given = parts.flatMap((part) => [
    ...(part.kind === 'round' ? [[roundField(part.label), part.seconds] as const] : []),
    ...part.phases.map(({ key, seconds }) => [phaseField(key), seconds] as const),
  ])
  return (
    <div>
      <PageHead title={t('heading')} lead={t('lead')} />
      <AutoForm action={showAgain}>
        <div className={wizard.form}>
          <CarriedFields fields={fieldsOf(setup)} except={['round', 'ratification', 'cases']} />
          <input type="hidden" name="courseId" value={courseId} />
          <input type="hidden" name={GIVEN} value={givenField(given)} />
          <div>
            <h2 className={wizard.heading} id="rounds">
              {t('list')}
            </h2>
            <ul className={styles.rounds} aria-labelledby="rounds">
              {setup.order.map((key, place) => {
                const round = roundOf(key)
                return (
                  <li key={key} data-off={round ? undefined : ''}>
                    <input
                      type="checkbox"
                      name="round"
                      value={key}
                      id={`round-${key}`}
                      defaultChecked={setup.on.includes(key)}
                    />
                    <label htmlFor={`round-${key}`}>
                      <b className={styles.name}>{titleOf(key)}</b>
                      <span className={styles.question}>{tensionOf(scenario, key)?.question}</span>
                    </label>
                    {round ? (
                      <Length
                        name={roundField(key)}
                        seconds={round.seconds}
                        label={t('minutesFor', { title: titleOf(key) })}
                      />
                    ) : (
                      <span className={`line hint ${styles.minutes}`} />
                    )}
                    <Moves
                      keyOf={key}
                      title={titleOf(key)}
                      first={place === 0}
                      last={place === setup.order.length - 1}
                    />
                  </li>
                )
              })}
            </ul>
            <p className="faint">{t('hint')}</p>
          </div>
          <Wish name="cases" on={setup.cases} title={t('cases')} text={t('casesText')} />
          <Ratification setup={setup} agenda={agendaOf(scenario, setup.agenda)} />
          {played.length === 0 ? <ErrorText>{t('none')}</ErrorText> : <PhaseLengths parts={parts} titleOf={titleOf} />}
          {played.length === 0 ? null : <Scale parts={parts} titleOf={titleOf} />}
          {played.length === 0 ? null : (
            <div className={`bar ${styles.whole}`}>
              <input type="hidden" name="given-total" value={total} />
              <label htmlFor="total">{t('total')}</label>
              <span className={`line hint ${styles.minutes}`}>
                <input
                  key={total}
                  id="total"
                  name="total"
                  inputMode="numeric"
                  pattern={LENGTH_PATTERN}
                  title={t('lengthHow')}
                  defaultValue={total}
                />
                {t('minutes')}
              </span>
              <span className="faint">{t('totalHint')}</span>
            </div>
          )}
          <Fit planned={agendaOf(scenario, setup.agenda)} parts={parts} />
          <StepFoot setup={setup} again />
        </div>
      </AutoForm>
    </div>
  )
}

/** Where the agenda has a vote. The hidden field says that the box was there to be ticked. */
function Ratification({ setup, agenda }: { setup: SeminarSetup; agenda: ReturnType<typeof agendaOf> }) {
  const t = useTranslations('new-seminar.rounds')
  if (agenda?.kind !== 'seminar' || !mayRatify(agenda)) return null
  return (
    <div>
      <input type="hidden" name="ratification" value="no" />
      <Wish name="ratification" on={setup.ratification} title={t('ratification')} text={t('ratificationText')} />
    </div>
  )
}

function Length({ name, seconds, label }: { name: string; seconds: number; label: string }) {
  const t = useTranslations('new-seminar.rounds')
  const text = lengthText(seconds)
  return (
    <span className={`line hint ${styles.minutes}`}>
      <input
        key={text}
        name={name}
        inputMode="numeric"
        pattern={LENGTH_PATTERN}
        title={t('lengthHow')}
        aria-label={label}
        defaultValue={text}
      />
      {t('minutes')}
    </span>
  )
}

/** Every phase with its length, part by part. Closed until it is wanted: most classes keep the agenda's. */
function PhaseLengths({ parts, titleOf }: { parts: readonly Part[]; titleOf: (key: string) => string }) {
  const t = useTranslations('new-seminar.rounds')
  const kinds = useTranslations('record.phases')
  return (
    <details className={wizard.phases}>
      <summary>{t('phases')}</summary>
      {parts.map((part) => (
        <div key={part.phases[0]?.key} className={styles.part}>
          {part.kind === 'round' ? <h3>{titleOf(part.label)}</h3> : null}
          <ul>
            {part.phases.map(({ key, kind, seconds }) => (
              <li key={key}>
                <span>{kinds(kind)}</span>
                <Length
                  name={phaseField(key)}
                  seconds={seconds}
                  label={t('minutesFor', {
                    title: part.kind === 'round' ? `${titleOf(part.label)}, ${kinds(kind)}` : kinds(kind),
                  })}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="faint">{t('phasesHint')}</p>
    </details>
  )
}

function Scale({ parts, titleOf }: { parts: readonly Part[]; titleOf: (key: string) => string }) {
  const t = useTranslations('new-seminar.rounds')
  const kinds = useTranslations('record.phases')
  const labelOf = (part: Part) => (part.kind === 'round' ? titleOf(part.label) : kinds(part.opens))
  return (
    <div>
      <h2 className={wizard.heading}>{t('scale', { minutes: lengthText(totalSeconds(parts)) })}</h2>
      <ol className={styles.scale}>
        {parts.map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part's place is its identity
          <li key={place} data-kind={part.kind} style={{ '--share': part.seconds } as CSSProperties}>
            <span className={styles.words}>{labelOf(part)}</span>
            <span className={styles.words}>{t('minutesShort', { minutes: lengthText(part.seconds) })}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Fit({ planned, parts }: { planned: ReturnType<typeof agendaOf>; parts: readonly Part[] }) {
  const t = useTranslations('new-seminar.rounds')
  if (planned?.kind !== 'seminar' || parts.length === 0) return null
  const [total, wanted] = [totalSeconds(parts), planned.totalSeconds]
  if (total === wanted) return null
  const said = { minutes: lengthText(total), planned: lengthText(wanted) }
  return (
    <p className={`bar ${wizard.notice}`}>
      <span>
        {total > wanted
          ? t('over', { ...said, more: lengthText(total - wanted) })
          : t('under', { ...said, less: lengthText(wanted - total) })}
      </span>
      <Button size="dense" type="submit" name="fit" value="yes">
        {t('fit', { planned: said.planned })}
      </Button>
    </p>
  )
}
