// The dates: the first day, from which all deadlines are computed; each can be changed, in the course's time zone. And which parts the debate has.
import { useLocale, useTranslations } from 'next-intl'
import { timeOfWall } from '#format/clock-time'
import { wallWords } from '#format/days'
import { commaList } from '#format/lists'
import { zoneCity } from '#format/zones'
import { neededBy, partsOf, takenOut } from '#simulation/planning/homework-parts'
import type { HomeworkAgenda } from '#simulation/scenario/scenario'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { ErrorText } from '#ui/controls/error-text'
import { AutoForm } from '../_wizard/auto-form'
import { CarriedFields } from '../_wizard/carried-fields'
import styles from '../_wizard/wizard.module.css'
import { isShort, type ShownPhase } from './dates'
import { DAY_FIELDS, DayFields } from './day-fields'
import own from './new-homework.module.css'
import { type DebateSetup, fieldsOf } from './setup'
import { StepFoot } from './step-foot'

type DatesStepProps = {
  setup: DebateSetup
  /** The whole agenda. */
  agenda: HomeworkAgenda
  phases: readonly ShownPhase[]
  zone: string
}

export function DatesStep({ setup, agenda, phases, zone }: DatesStepProps) {
  const t = useTranslations('homework.wizard.dates')
  const locale = useLocale()
  const kinds = useTranslations('record.homeworkPhases')
  return (
    <div>
      <h1 className={styles.title}>{t('heading')}</h1>
      <p className={`lead ${styles.lead}`}>{t('lead', { zone: zone.replaceAll('_', ' ') })}</p>
      <AutoForm>
        <div className={styles.form}>
          <CarriedFields
            fields={fieldsOf(setup)}
            except={[...DAY_FIELDS, 'without', ...phases.map(({ place }) => `due-${place}`)]}
          />
          <DayFields setup={setup} />
          <ol className={own.dates}>
            {phases.map((phase) => (
              // The key remounts the inputs when the computed days change; otherwise they would keep the old default values.
              <li key={`${setup.start}-${phase.planned}-${phase.kind}`}>
                <input type="hidden" name={`planned-${phase.place}`} value={phase.planned} />
                <label htmlFor={`due-${phase.place}`}>
                  <b>{kinds(phase.kind)}</b>
                  <span className="faint">
                    {phase.moment
                      ? t('moment')
                      : `${t('opens', { when: wallWords(locale, phase.opens) })}, ${t('open', { hours: phase.hours })}`}
                  </span>
                </label>
                <span className={own.due}>
                  <input
                    id={`due-${phase.place}`}
                    type="datetime-local"
                    name={`due-${phase.place}`}
                    required
                    defaultValue={setup.typed[phase.place] ?? phase.planned}
                    aria-invalid={phase.fault !== null || undefined}
                    aria-describedby={`due-note-${phase.place}`}
                  />
                  <span id={`due-note-${phase.place}`} className="faint">
                    {phase.fault ? <ErrorText>{t(`fault.${phase.fault}`)}</ErrorText> : null}
                    {phase.fault === null && phase.turned === 'skipped'
                      ? t('skipped', { time: timeOfWall(phase.due) })
                      : null}
                    {phase.fault === null && phase.turned === 'repeated' ? t('repeated') : null}
                    {isShort(phase) ? t('short') : null}
                    {phase.nights.length > 0
                      ? t('night', {
                          where: commaList(
                            locale,
                            phase.nights.map(({ time, zone: of, students }) =>
                              t('timeIn', { time, city: zoneCity(of), students }),
                            ),
                          ),
                        })
                      : null}
                  </span>
                </span>
              </li>
            ))}
          </ol>
          <p className="faint">{t('rule')}</p>
          <Parts setup={setup} agenda={agenda} />
          <StepFoot again />
        </div>
      </AutoForm>
    </div>
  )
}

/** Which parts the debate does without. What another part needs cannot be ticked, and says so. */
function Parts({ setup, agenda }: Pick<DatesStepProps, 'setup' | 'agenda'>) {
  const t = useTranslations('homework.wizard.dates')
  const kinds = useTranslations('record.homeworkPhases')
  const parts = partsOf(agenda)
  const gone = takenOut(agenda, setup.without)
  const kept = parts.filter((kind) => !gone.includes(kind))
  const stays = kept.flatMap((kind) => {
    const by = neededBy(kept, kind)
    return by === null ? [] : [{ kind, by }]
  })
  return (
    <ChoiceGroup
      legend={t('without')}
      hint={stays
        .map(({ kind, by }) =>
          by === 'record' ? t('opensRecord', { part: kinds(kind) }) : t('needed', { part: kinds(kind), by: kinds(by) }),
        )
        .join(' ')}
    >
      {parts
        .filter((kind) => !stays.some((one) => one.kind === kind))
        .map((kind) => (
          <Choice
            key={`${kind}-${gone.includes(kind)}`}
            type="checkbox"
            name="without"
            value={kind}
            title={kinds(kind)}
            defaultChecked={gone.includes(kind)}
          />
        ))}
    </ChoiceGroup>
  )
}
