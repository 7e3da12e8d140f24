// Step 3: how many students make how many tables, and who decides who sits where.
import { useTranslations } from 'next-intl'
import { DELEGATIONS } from '#simulation/kernel/ids'
import { Choice, ChoiceGroup } from '#ui/choice'
import { Field } from '#ui/field'
import { Placard } from '#ui/placard'
import { Segmented } from '#ui/segmented'
import { TextInput } from '#ui/text-input'
import { delegationColours } from '../../../_ui/delegation-colours'
import { AutoForm } from './auto-form'
import { CarriedFields } from './carried-fields'
import { CHAIRS, type Draft, remaindersOf, SEATINGS, sidesOf, tablesOf } from './draft'
import styles from './new-seminar.module.css'
import { StepFoot } from './step-foot'

export function SeatsStep({ draft, rosterSize }: { draft: Draft; rosterSize: number }) {
  const t = useTranslations('new-seminar.seats')
  const tables = tablesOf(draft)
  const [low, high] = [Math.min(...tables), Math.max(...tables)]
  const left = remaindersOf(draft)
  const sizes = low === high ? String(low) : t('sizes', { low, high })
  return (
    <div>
      <h1 className={styles.title}>{t('heading', { students: draft.students, tables: tables.length, sizes })}</h1>
      <p className={styles.lead}>
        {draft.understudies ? t('played', { count: left.offices }) : t('over', { count: left.chairs })}{' '}
        {left.sharing > 0 ? t('sharing', { count: left.sharing }) : null}
      </p>
      <AutoForm>
        <div className={styles.form}>
          <CarriedFields draft={draft} except={['students', 'chairs', 'seating', 'understudies']} />
          <div className={styles.count}>
            <Field
              label={t('students')}
              hint={
                rosterSize > 0 && rosterSize === draft.students ? t('fromRoster', { count: rosterSize }) : undefined
              }
            >
              <TextInput
                key={draft.students}
                type="number"
                name="students"
                min={1}
                max={720}
                defaultValue={String(draft.students)}
              />
            </Field>
            <Segmented
              label={t('size')}
              name="chairs"
              defaultValue={String(draft.chairs)}
              options={CHAIRS.map((chairs) => ({
                value: String(chairs),
                label: t('sizeOption', { seats: chairs * 3 }),
              }))}
            />
          </div>
          <Tables draft={draft} tables={tables} />
          <ChoiceGroup legend={t('who')}>
            {SEATINGS.map((seating) => (
              <Choice
                key={seating}
                name="seating"
                value={seating}
                title={t(`seating.${seating}`)}
                defaultChecked={seating === draft.seating}
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
              defaultChecked={draft.understudies}
            >
              {t('understudiesText')}
            </Choice>
          </ChoiceGroup>
          <StepFoot draft={draft} again />
        </div>
      </AutoForm>
    </div>
  )
}

function Tables({ draft, tables }: { draft: Draft; tables: readonly number[] }) {
  const t = useTranslations('new-seminar.seats')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reachable by keyboard
    <section className={styles.frame} aria-label={t('caption')} tabIndex={0}>
      <table className={styles.tables}>
        <thead>
          <tr>
            <th scope="col">{t('room')}</th>
            {DELEGATIONS.map((delegation) => (
              <th scope="col" key={delegation}>
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
            const sides = sidesOf(students, index)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table's number is its identity
              <tr key={index}>
                <th scope="row">{t('table', { number: index + 1 })}</th>
                {DELEGATIONS.map((delegation) => (
                  <td key={delegation} className={delegationColours(delegation)}>
                    <span className={styles.seats} aria-hidden="true">
                      {Array.from({ length: draft.chairs }, (_, chair) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: chairs differ only by their place
                        <i key={chair} data-empty={chair < sides[delegation] ? undefined : ''} />
                      ))}
                    </span>
                    {sides[delegation]}
                  </td>
                ))}
                <td className={styles.number}>{students}</td>
                <td className={styles.number}>{draft.chairs * 3 - students}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
