// Step 3: how many students, how many rooms that makes, and how seats are assigned.
import { useTranslations } from 'next-intl'
import { Choice, ChoiceGroup } from '#ui/choice'
import { delegationColours } from '#ui/delegation-colours.ts'
import type { Delegation } from '#ui/delegations.ts'
import { Field } from '#ui/field'
import { Placard } from '#ui/placard'
import { Segmented } from '#ui/segmented'
import { TextInput } from '#ui/text-input'
import { CarriedFields } from '../_wizard/carried-fields'
import styles from '../_wizard/wizard.module.css'
import { AutoForm } from './auto-form'
import { CHAIRS, fieldsOf, remaindersOf, SEATINGS, type SeminarSetup, sidesOf, tableSize, tablesOf } from './setup'
import { StepFoot } from './step-foot'

type SeatsStepProps = { setup: SeminarSetup; delegations: readonly Delegation[]; rosterSize: number }

export function SeatsStep({ setup, delegations, rosterSize }: SeatsStepProps) {
  const t = useTranslations('new-seminar.seats')
  const tables = tablesOf(setup)
  const [low, high] = [Math.min(...tables), Math.max(...tables)]
  const left = remaindersOf(setup)
  const sizes = low === high ? String(low) : t('sizes', { low, high })
  return (
    <div>
      <h1 className={styles.title}>{t('heading', { students: setup.students, tables: tables.length, sizes })}</h1>
      <p className={styles.lead}>
        {setup.understudies ? t('played', { count: left.offices }) : t('over', { count: left.chairs })}{' '}
        {left.sharing > 0 ? t('sharing', { count: left.sharing }) : null}
      </p>
      <AutoForm>
        <div className={styles.form}>
          <CarriedFields fields={fieldsOf(setup)} except={['students', 'chairs', 'seating', 'understudies']} />
          <div className={styles.count}>
            <Field
              label={t('students')}
              hint={
                rosterSize > 0 && rosterSize === setup.students ? t('fromRoster', { count: rosterSize }) : undefined
              }
            >
              <TextInput
                key={setup.students}
                type="number"
                name="students"
                min={1}
                max={720}
                defaultValue={String(setup.students)}
              />
            </Field>
            <Segmented
              label={t('size')}
              name="chairs"
              defaultValue={String(setup.chairs)}
              options={CHAIRS.map((chairs) => ({
                value: String(chairs),
                label: t('sizeOption', { seats: chairs * delegations.length }),
              }))}
            />
          </div>
          <Tables setup={setup} delegations={delegations} tables={tables} />
          <ChoiceGroup legend={t('who')}>
            {SEATINGS.map((seating) => (
              <Choice
                key={seating}
                name="seating"
                value={seating}
                title={t(`seating.${seating}`)}
                defaultChecked={seating === setup.seating}
              >
                {t(`seating.${seating}Text`)}
              </Choice>
            ))}
          </ChoiceGroup>
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
          <StepFoot setup={setup} again />
        </div>
      </AutoForm>
    </div>
  )
}

type TablesProps = { setup: SeminarSetup; delegations: readonly Delegation[]; tables: readonly number[] }

function Tables({ setup, delegations, tables }: TablesProps) {
  const t = useTranslations('new-seminar.seats')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reachable by keyboard
    <section className={styles.frame} aria-label={t('caption')} tabIndex={0}>
      <table className={styles.tables}>
        <thead>
          <tr>
            <th scope="col">{t('room')}</th>
            {delegations.map((delegation) => (
              <th scope="col" key={delegation.id}>
                <Placard delegation={delegation} size="sm" />
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {t('seated')}
            </th>
            <th scope="col" className={styles.number}>
              {t('empty')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tables.map((students, index) => {
            const sides = sidesOf(delegations.length, students, index)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table's number is its identity
              <tr key={index}>
                <th scope="row">{t('table', { number: index + 1 })}</th>
                {delegations.map((delegation, place) => (
                  <td key={delegation.id} className={delegationColours(delegation)}>
                    <span className={styles.seats} aria-hidden="true">
                      {Array.from({ length: setup.chairs }, (_, chair) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: chairs differ only by their place
                        <i key={chair} data-empty={chair < (sides[place] ?? 0) ? undefined : ''} />
                      ))}
                    </span>
                    {sides[place]}
                  </td>
                ))}
                <td className={styles.number}>{students}</td>
                <td className={styles.number}>{tableSize(setup) - students}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
