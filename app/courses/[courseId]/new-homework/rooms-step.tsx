// Into how many rooms the roster is split, by lot or by its sections or assistants, and whether understudies take the empty seats.

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { rosterPath } from '#paths'
import { ChoiceGroup } from '#ui/controls/choice'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { LockLine } from '#ui/words/seal'
import { AutoForm } from '../_wizard/auto-form'
import { CarriedFields } from '../_wizard/carried-fields'
import { Wish } from '../_wizard/wish'
import styles from '../_wizard/wizard.module.css'
import type { splitsFor } from './room-splits'
import { AWAY_HOURS, type DebateSetup, fieldsOf } from './setup'
import { StepFoot } from './step-foot'

type RoomsStepProps = {
  setup: DebateSetup
  courseId: string
  students: number
  /** The smallest and the largest room for each number of rooms that can be chosen. */
  choices: readonly { rooms: number; low: number; high: number }[]
  splits: ReturnType<typeof splitsFor>
}

export function RoomsStep({ setup, courseId, students, choices, splits }: RoomsStepProps) {
  const t = useTranslations('homework.wizard.rooms')
  const format = useFormatter()
  return (
    <div>
      <h1 className={styles.title}>{t('heading', { students, rooms: setup.rooms })}</h1>
      <p className={`lead ${styles.lead}`}>{t('lead')}</p>
      <AutoForm>
        <div className={styles.form}>
          {students === 0 ? (
            <ErrorText>
              {t.rich('noRoster', { link: (words) => <Link href={rosterPath(courseId)}>{words}</Link> })}
            </ErrorText>
          ) : null}
          <CarriedFields fields={fieldsOf(setup)} except={['rooms', 'split', 'understudies', 'away']} />
          {splits.length === 1 ? null : (
            <Field label={t('split')}>
              <Select
                name="split"
                key={setup.split}
                defaultValue={setup.split}
                options={splits.map((split) => ({ value: split, label: t(`splits.${split}`) }))}
              />
            </Field>
          )}
          {students === 0 || setup.listed ? (
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
          {setup.listed ? (
            <div>
              {setup.listed.tables.map(({ group, people }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a room's number is its identity
                <details key={index} className={styles.phases}>
                  <summary>
                    {t('who', {
                      number: index + 1,
                      named: group === null ? 'no' : 'yes',
                      group: group ?? '',
                      count: people.length,
                    })}
                  </summary>
                  <p>{format.list(people.map(({ name }) => name))}</p>
                </details>
              ))}
            </div>
          ) : null}
          <ChoiceGroup legend={t('rest')}>
            <Wish name="understudies" on={setup.understudies} title={t('understudies')} text={t('understudiesText')} />
          </ChoiceGroup>
          <Field label={t('away')} hint={t('awayHint')}>
            <Select
              name="away"
              defaultValue={String(setup.actAfterHours)}
              options={AWAY_HOURS.map((hours) => ({ value: String(hours), label: t('awayFor', { hours }) }))}
            />
          </Field>
          <LockLine>{t('lot')}</LockLine>
          <StepFoot again />
        </div>
      </AutoForm>
    </div>
  )
}
