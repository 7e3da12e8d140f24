'use client'
// The second step: what was read of each line, beside the list's own line numbers. A line with a fault has the field that mends it.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, LinkButton } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { Segmented } from '#ui/controls/segmented'
import { Select } from '#ui/controls/select'
import { SubmitButton } from '#ui/controls/submit-button'
import { ScrollRegion } from '#ui/page/scroll-region'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import type { RosterState } from './actions'
import table from './lines-table.module.css'
import { type Person, PersonRow } from './person-row'
import styles from './roster.module.css'
import { submitFrom } from './submit-from'

type Column = Extract<RosterState['view'], { step: 'lines' }>['read']['columns'][number]
const MEANINGS = ['name', 'family', 'given', 'email', 'number', 'section', 'canvas', 'ignored'] as const

/** What each column of the list is read as, to be chosen otherwise. Columns that are left out stand folded away. */
function ColumnSelects({ columns, turned }: { columns: readonly Column[]; turned: boolean }) {
  const t = useTranslations('courses.roster')
  const used = columns.filter(({ meaning }) => meaning !== 'ignored')
  const left = columns.filter(({ meaning }) => meaning === 'ignored')
  return (
    <div className={styles.columns}>
      {used.map((column) => (
        <ColumnSelect key={`${column.index} ${column.meaning}`} column={column} turned={turned} />
      ))}
      {left.length === 0 ? null : (
        <details className={styles.left}>
          <summary>{t('leftOut', { count: left.length, columns: left.slice(0, 3).map(titleOf).join(', ') })}</summary>
          <div className={styles.columns}>
            {left.map((column) => (
              <ColumnSelect key={column.index} column={column} turned={turned} />
            ))}
          </div>
        </details>
      )}
    </div>
  )

  function titleOf({ heading, index }: Column): string {
    return heading || t('column', { number: index + 1 })
  }
}

function ColumnSelect({ column, turned }: { column: Column; turned: boolean }) {
  const t = useTranslations('courses.roster')
  return (
    <Field label={t('readAs', { column: column.heading || t('column', { number: column.index + 1 }) })}>
      <Select
        name={`column.${column.index}`}
        size="dense"
        defaultValue={column.meaning}
        options={MEANINGS.map((meaning) => ({
          value: meaning,
          label: meaning === 'name' && turned ? t('meaning.turned') : t(`meaning.${meaning}`),
        }))}
        onChange={submitFrom}
      />
    </Field>
  )
}

type Lines = Extract<RosterState['view'], { step: 'lines' }>

/** A run of so many whole lines is drawn short, its first ones only. */
const longRun = 14
const shown = 8

export function LinesStep({ view, state, pending }: { view: Lines; state: RosterState; pending: boolean }) {
  const t = useTranslations('courses.roster')
  const { read, replaces, waits } = view
  const { places, faults, order } = read
  const first = faults[0]
  const hasSections = read.columns.some(({ meaning }) => meaning === 'section')
  const counts = { whole: places.length, faulty: faults.length }
  return (
    <section aria-labelledby="lines-title">
      <div className={styles.head}>
        <div>
          <h2 id="lines-title" className={styles.title}>
            {t('linesTitle', { count: read.people.length, ...counts })}
          </h2>
          <p className={styles.hint}>
            {t('source', { file: state.file ?? 'none', separator: read.separator, heading: read.headingLine ?? 0 })}{' '}
            <Button type="submit" name="step" value="paste" kind="quiet" size="dense">
              {t('pasteAgain')}
            </Button>
          </p>
        </div>
        <span className={styles.row}>
          {first ? (
            <LinkButton href={`#line-${first.line}`}>{t('showFaults', { count: faults.length })}</LinkButton>
          ) : null}
          {places.length > 0 || replaces ? (
            <SubmitButton name="step" value={replaces ? 'compare' : 'save'}>
              {t(replaces ? 'compare' : 'save', counts)}
            </SubmitButton>
          ) : null}
        </span>
      </div>
      {waits ? (
        <p role="alert" className={styles.waits}>
          {t('waits', counts)}
        </p>
      ) : null}
      {order ? (
        <div className={styles.guess}>
          <p>
            {t.rich('order', {
              ...{ count: order.count, of: order.of, from: order.example.from, to: order.example.to },
              b: (words) => <b>{words}</b>,
              i: (words) => <i>{words}</i>,
            })}
          </p>
          <Segmented
            key={String(read.turned)}
            label={t('orderLabel')}
            name="turned"
            size="dense"
            defaultValue={read.turned ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: t('turned') },
              { value: 'no', label: t('asWritten') },
            ]}
            onValueChange={submitFrom}
          />
        </div>
      ) : null}
      <ColumnSelects columns={read.columns} turned={order !== null && read.turned} />
      <ScrollRegion className={table.frame} label={t('preview')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('raw')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('email')}</th>
              <th scope="col">{t('number')}</th>
              {hasSections ? <th scope="col">{t('section')}</th> : null}
              <th scope="col">
                <VisuallyHidden>{t('acts')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          {runsOf(read.people).map((run) => (
            <Run
              key={run[0]?.line}
              people={run}
              pending={pending}
              isShort={faults.length > 0}
              hasSections={hasSections}
            />
          ))}
        </table>
      </ScrollRegion>
      {faults.length > 0 ? <p className={`${styles.hint} ${styles.after}`}>{t('waiting', counts)}</p> : null}
      {read.out.length > 0 ? (
        <p className={styles.hint}>
          {t('out', { count: read.out.length, lines: read.out.join(', ') })}{' '}
          <Button type="submit" name="step" value="return" kind="quiet" size="dense">
            {t('return')}
          </Button>
        </p>
      ) : null}
    </section>
  )
}

/** Whole lines that follow one another, and each line with a fault alone. */
function runsOf(people: readonly Person[]): Person[][] {
  const runs: Person[][] = []
  for (const person of people) {
    const last = runs.at(-1)
    if (last && person.fault === null && last[0]?.fault === null) last.push(person)
    else runs.push([person])
  }
  return runs
}

type RunProps = { people: readonly Person[]; pending: boolean; isShort: boolean; hasSections: boolean }

function Run({ people, pending, isShort, hasSections }: RunProps) {
  const t = useTranslations('courses.roster')
  const [isOpen, open] = useState(!isShort || people.length < longRun)
  const seen = isOpen ? people : people.slice(0, shown)
  const [first] = people.slice(shown)
  return (
    <tbody>
      {seen.map((person) => (
        <PersonRow key={person.line} person={person} pending={pending} hasSections={hasSections} />
      ))}
      {isOpen ? null : (
        <tr className={table.more}>
          <td />
          <td colSpan={hasSections ? 6 : 5}>
            <Button kind="quiet" size="dense" onClick={() => open(true)}>
              {t('more', { from: first?.line ?? 0, to: people.at(-1)?.line ?? 0, count: people.length - shown })}
            </Button>
            <noscript>{t('moreUnscripted')}</noscript>
          </td>
        </tr>
      )}
    </tbody>
  )
}
