// Step 3: into how many rooms the roster is split, and whether understudies take the empty seats.

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { rosterPath } from '#paths'
import { Choice, ChoiceGroup } from '#ui/choice'
import { ErrorText } from '#ui/error-text'
import { Field } from '#ui/field'
import { LockLine } from '#ui/seal'
import { Select } from '#ui/select'
import { AutoForm } from '../_wizard/auto-form'
import { CarriedFields } from '../_wizard/carried-fields'
import styles from '../_wizard/wizard.module.css'
import { AWAY_HOURS, type DebateSetup, fieldsOf } from './setup'
import { StepFoot } from './step-foot'

type RoomsStepProps = {
  setup: DebateSetup
  courseId: string
  students: number
  /** The smallest and the largest room for each number of rooms that can be chosen. */
  choices: readonly { rooms: number; low: number; high: number }[]
}

export function RoomsStep({ setup, courseId, students, choices }: RoomsStepProps) {
  const t = useTranslations('homework.wizard.rooms')
  return (
    <div>
      <h1 className={styles.title}>{t('heading', { students, rooms: setup.rooms })}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <AutoForm>
        <div className={styles.form}>
          {students === 0 ? (
            <ErrorText>
              {t.rich('noRoster', { link: (words) => <Link href={rosterPath(courseId)}>{words}</Link> })}
            </ErrorText>
          ) : null}
          <CarriedFields fields={fieldsOf(setup)} except={['rooms', 'understudies', 'away']} />
          {students === 0 ? (
            <input type="hidden" name="rooms" value={setup.rooms} />
          ) : (
            <Field label={t('rooms')} hint={t('roomsHint')}>
              <Select
                name="rooms"
                key={setup.rooms}
                defaultValue={String(setup.rooms)}
                options={choices.map(({ rooms, low, high }) => ({
                  value: String(rooms),
                  label: low === high ? t('even', { rooms, size: low }) : t('uneven', { rooms, low, high }),
                }))}
              />
            </Field>
          )}
          <ChoiceGroup legend={t('rest')}>
            <Choice
              type="checkbox"
              name="understudies"
              value="yes"
              title={t('understudies')}
              defaultChecked={setup.understudies}
            >
              {t('understudiesText')}
            </Choice>
          </ChoiceGroup>
          <Field label={t('away')} hint={t('awayHint')}>
            <Select
              name="away"
              defaultValue={String(setup.actAfterHours)}
              options={AWAY_HOURS.map((hours) => ({ value: String(hours), label: t('awayFor', { hours }) }))}
            />
          </Field>
          <LockLine>{t('lot')}</LockLine>
          <StepFoot setup={setup} again />
        </div>
      </AutoForm>
    </div>
  )
}
