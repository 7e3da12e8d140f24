// Step 3: how many students, how many rooms that makes, and how seats are assigned.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { coursePath, rosterPath } from '#paths'
import { MOST_AT_TABLE } from '#simulation/kernel/ids'
import type { ClassList } from '#simulation/seating/class-tables'
import { Placard } from '#ui/charts/placard'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { Field } from '#ui/controls/field'
import { Segmented } from '#ui/controls/segmented'
import { Select } from '#ui/controls/select'
import { TextInput } from '#ui/controls/text-input'
import { PageHead } from '#ui/page/page-head'
import { ScrollRegion } from '#ui/page/scroll-region'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import type { Delegation } from '#ui/words/delegations.ts'
import { AutoForm } from '../_wizard/auto-form'
import { CarriedFields } from '../_wizard/carried-fields'
import { Wish } from '../_wizard/wish'
import wizard from '../_wizard/wizard.module.css'
import { splitsFor } from './read-setup'
import styles from './seats-step.module.css'
import { CHAIRS, fieldsOf, MOST_SPARE, MOST_TABLES, SEATINGS, type SeminarSetup } from './setup'
import { StepFoot } from './step-foot'
import { chairsFor, remaindersOf, sidesOf, tableSize, tablesOf, unseatedOf } from './tables'
import { tableTitle, WhoGoesWhere } from './who-goes-where'

type SeatsStepProps = {
  setup: SeminarSetup
  courseId: string
  delegations: readonly Delegation[]
  listed: ClassList
}

export function SeatsStep({ setup, courseId, delegations, listed }: SeatsStepProps) {
  const t = useTranslations('new-seminar.seats')
  const rosterSize = listed.people.length
  const splits = splitsFor(listed)
  const tables = tablesOf(setup)
  const [low, high] = [Math.min(...tables), Math.max(...tables)]
  const left = remaindersOf(setup)
  const unseated = unseatedOf(setup)
  const sizes = low === high ? String(low) : t(setup.listed ? 'range' : 'sizes', { low, high })
  return (
    <div>
      <PageHead
        title={t('heading', { students: setup.students - unseated, tables: tables.length, sizes })}
        lead={
          <>
            {t('empty', {
              count: left.chairs,
              offices: left.offices,
              seconds: left.chairs - left.offices,
              tables: tables.length,
            })}{' '}
            {setup.understudies && left.offices > 0 ? t('played', { count: left.offices }) : null}{' '}
            {left.sharing > 0 ? t('sharing', { count: left.sharing }) : null}
          </>
        }
      />
      {unseated > 0 ? (
        <p className={`bar ${wizard.notice}`} role="status">
          <span>
            {t(tables.length === MOST_TABLES ? 'unseatedMost' : 'unseated', { count: unseated, most: MOST_AT_TABLE })}
          </span>
        </p>
      ) : null}
      <AutoForm>
        <div className={wizard.form}>
          <CarriedFields
            fields={fieldsOf(setup)}
            except={[
              'students',
              'split',
              'tables',
              'size',
              'spare',
              'chairs',
              'seating',
              'understudies',
              'understudiesWait',
            ]}
          />
          <input type="hidden" name="given-tables" value={`${setup.students}:${setup.tables}`} />
          <div className={`acts ${styles.count}`}>
            {setup.listed ? (
              <input type="hidden" name="students" value={setup.students} />
            ) : (
              <Field
                label={t('students')}
                hint={
                  rosterSize > 0 && rosterSize === setup.students ? t('fromRoster', { count: rosterSize }) : undefined
                }
              >
                <Count name="students" value={setup.students} most={9_999} />
              </Field>
            )}
            <Field label={t('spare')} hint={t('spareHint')}>
              <Count name="spare" value={setup.spare} least={0} most={MOST_SPARE} />
            </Field>
          </div>
          <div className={`acts ${styles.count}`}>
            <Segmented
              label={t('split')}
              name="split"
              defaultValue={setup.split}
              options={splits.map((split) => ({ value: split, label: t(`splits.${split}`) }))}
            />
            {setup.split === 'tables' ? (
              <>
                <input type="hidden" name="size" value={setup.size} />
                <Field label={t('tables')}>
                  <Count name="tables" value={setup.tables} most={MOST_TABLES} />
                </Field>
              </>
            ) : (
              <>
                <input type="hidden" name="tables" value={setup.tables} />
                <Field label={t(setup.listed ? 'most' : 'size')}>
                  <Count name="size" value={setup.size} most={MOST_AT_TABLE} />
                </Field>
              </>
            )}
            <Field label={t('offices')} hint={t('officesHint')}>
              <Select
                name="chairs"
                key={setup.chairs}
                defaultValue={String(setup.chairs)}
                options={CHAIRS.map((chairs) => ({ value: String(chairs), label: String(chairs) }))}
              />
            </Field>
          </div>
          {rosterSize > 0 && !splits.includes('section') ? (
            <p className="faint">
              {t.rich('noSections', { link: (words) => <Link href={rosterPath(courseId)}>{words}</Link> })}
            </p>
          ) : null}
          {rosterSize > 0 && !splits.includes('assistant') ? (
            <p className="faint">
              {t.rich('noAssistants', { link: (words) => <Link href={coursePath(courseId)}>{words}</Link> })}
            </p>
          ) : null}
          <Tables setup={setup} delegations={delegations} tables={tables} />
          {setup.listed ? <WhoGoesWhere split={setup.listed} /> : null}
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
            <Wish name="understudies" on={setup.understudies} title={t('understudies')} text={t('understudiesText')} />
            <Wish
              name="understudiesWait"
              on={setup.understudiesWait}
              title={t('understudiesWait')}
              text={t('understudiesWaitText')}
            />
          </ChoiceGroup>
          <StepFoot setup={setup} again />
        </div>
      </AutoForm>
    </div>
  )
}

function Count({ name, value, least = 1, most }: { name: string; value: number; least?: number; most: number }) {
  return <TextInput key={value} type="number" name={name} min={least} max={most} defaultValue={String(value)} />
}

type TablesProps = { setup: SeminarSetup; delegations: readonly Delegation[]; tables: readonly number[] }

function Tables({ setup, delegations, tables }: TablesProps) {
  const t = useTranslations('new-seminar.seats')
  const chairs = chairsFor(setup)
  return (
    <ScrollRegion className={styles.frame} label={t('caption')}>
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
              {t('emptySeats')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tables.map((students, index) => {
            const sides = sidesOf(delegations.length, students, index)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table's number is its identity
              <tr key={index}>
                <th scope="row">{tableTitle(t, index, setup.listed)}</th>
                {delegations.map((delegation, place) => (
                  <td key={delegation.id} className={delegationColours(delegation)}>
                    <span className={styles.seats} aria-hidden="true">
                      {Array.from({ length: chairs }, (_, chair) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: chairs differ only by their place
                        <i key={chair} data-empty={chair < (sides[place] ?? 0) ? undefined : ''} />
                      ))}
                    </span>
                    {t('onSide', { count: sides[place] ?? 0 })}
                  </td>
                ))}
                <td className={styles.number}>{students}</td>
                <td className={styles.number}>{tableSize(setup) - students}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
