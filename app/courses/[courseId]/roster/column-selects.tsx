'use client'
// What each column of the list is read as, to be chosen otherwise. Columns that are left out stand folded away.
import { useTranslations } from 'next-intl'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import type { RosterState } from './actions'
import styles from './roster.module.css'
import { submitFrom } from './submit-from'

type Column = Extract<RosterState['view'], { step: 'lines' }>['read']['columns'][number]
const MEANINGS = ['name', 'family', 'given', 'email', 'number', 'section', 'canvas', 'ignored'] as const

export function ColumnSelects({ columns, turned }: { columns: readonly Column[]; turned: boolean }) {
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
