// Step 2: which tensions are played, in which order and for how long, with the whole agenda drawn to scale.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { agendaOf, tensionOf } from '#simulation/scenario/lookup'
import type { Scenario } from '#simulation/scenario/scenario'
import { Button } from '#ui/button'
import { ErrorText } from '#ui/error-text'
import { CarriedFields } from '../_wizard/carried-fields'
import styles from '../_wizard/wizard.module.css'
import { AutoForm } from './auto-form'
import { fieldsOf, type Part, partsOf, playedIn, type SeminarSetup, totalSeconds } from './setup'
import { StepFoot } from './step-foot'

const minutesOf = (seconds: number) => Math.round(seconds / 60)

export function RoundsStep({ setup, scenario }: { setup: SeminarSetup; scenario: Scenario }) {
  const t = useTranslations('new-seminar.rounds')
  const parts = partsOf(scenario, setup)
  const own = partsOf(scenario, { ...setup, minutes: {} })
  const lengthOf = (key: string, of: readonly Part[]) => {
    const part = of.find((candidate) => candidate.kind === 'round' && candidate.label === key)
    return part ? String(minutesOf(part.seconds)) : ''
  }
  const titleOf = (key: string) => tensionOf(scenario, key)?.title ?? key
  const played = playedIn(setup)
  return (
    <div>
      <h1 className={styles.title}>{t('heading')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <AutoForm>
        <div className={styles.form}>
          <CarriedFields fields={fieldsOf(setup)} except={['round', 'minutes']} />
          <input type="hidden" name="given" value={played.map((key) => `${key}:${lengthOf(key, own)}`).join(',')} />
          <div>
            <h2 className={styles.heading} id="rounds">
              {t('list')}
            </h2>
            <ul className={styles.rounds} aria-labelledby="rounds">
              {setup.order.map((key, place) => {
                const on = setup.on.includes(key)
                return (
                  <li key={key} data-off={on ? undefined : ''}>
                    <input type="checkbox" name="round" value={key} id={`round-${key}`} defaultChecked={on} />
                    <label htmlFor={`round-${key}`}>
                      <b className={styles.name}>{titleOf(key)}</b>
                      <span className={styles.question}>{tensionOf(scenario, key)?.question}</span>
                    </label>
                    {on ? (
                      <span className={styles.minutes}>
                        <input
                          key={lengthOf(key, parts)}
                          type="number"
                          min={2}
                          max={240}
                          name={`minutes-${key}`}
                          aria-label={t('minutesFor', { title: titleOf(key) })}
                          defaultValue={lengthOf(key, parts)}
                        />
                        {t('minutes')}
                      </span>
                    ) : (
                      <span className={styles.minutes} />
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
            <p className={styles.hint}>{t('hint')}</p>
          </div>
          {played.length === 0 ? <ErrorText>{t('none')}</ErrorText> : <Scale parts={parts} titleOf={titleOf} />}
          <Fit planned={agendaOf(scenario, setup.agenda)} parts={parts} />
          <StepFoot setup={setup} again />
        </div>
      </AutoForm>
    </div>
  )
}

function Moves({ keyOf, title, first, last }: { keyOf: string; title: string; first: boolean; last: boolean }) {
  const t = useTranslations('new-seminar.rounds')
  return (
    <span className={styles.moves}>
      <Button
        kind="quiet"
        size="dense"
        type="submit"
        name="move"
        value={`${keyOf}:up`}
        aria-disabled={first || undefined}
        aria-label={t('up', { title })}
      >
        ↑
      </Button>
      <Button
        kind="quiet"
        size="dense"
        type="submit"
        name="move"
        value={`${keyOf}:down`}
        aria-disabled={last || undefined}
        aria-label={t('down', { title })}
      >
        ↓
      </Button>
    </span>
  )
}

function Scale({ parts, titleOf }: { parts: readonly Part[]; titleOf: (key: string) => string }) {
  const t = useTranslations('new-seminar.rounds')
  const kinds = useTranslations('record.phases')
  const labelOf = (part: Part) => (part.kind === 'round' ? titleOf(part.label) : kinds(part.label))
  return (
    <div>
      <h2 className={styles.heading}>{t('scale', { minutes: minutesOf(totalSeconds(parts)) })}</h2>
      <ol className={styles.scale}>
        {parts.map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part's place is its identity
          <li key={place} data-kind={part.kind} style={{ '--share': part.seconds } as CSSProperties}>
            <span className={styles.words}>{labelOf(part)}</span>
            <span className={styles.words}>{t('minutesShort', { minutes: minutesOf(part.seconds) })}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Fit({ planned, parts }: { planned: ReturnType<typeof agendaOf>; parts: readonly Part[] }) {
  const t = useTranslations('new-seminar.rounds')
  if (planned?.kind !== 'seminar' || parts.length === 0) return null
  const minutes = minutesOf(totalSeconds(parts))
  const wanted = minutesOf(planned.totalSeconds)
  // Rounds get whole minutes, so the total may miss the agenda's length by one.
  if (Math.abs(minutes - wanted) <= 1) return null
  return (
    <p className={styles.notice}>
      <span>
        {minutes > wanted
          ? t('over', { minutes, more: minutes - wanted, planned: wanted })
          : t('under', { minutes, less: wanted - minutes, planned: wanted })}
      </span>
      <Button size="dense" type="submit" name="fit" value="yes">
        {t('fit', { planned: wanted })}
      </Button>
    </p>
  )
}
