'use client'
// The form that takes the instructor's Canvas export, shows which students were matched, and offers the filled file.
import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { commaList } from '#format/lists'
import { Button } from '#ui/button'
import { ErrorText } from '#ui/error-text'
import { ScrollRegion } from '#ui/scroll-region'
import { SubmitButton } from '#ui/submit-button'
import { type FillState, fillExport } from './actions'
import type { Filled } from './canvas-fill'
import styles from './gradebook.module.css'

const untouched: FillState = { attempt: 0, filled: null }

export function CanvasForm({ activityId }: { activityId: string }) {
  const t = useTranslations('gradebook.fill')
  const [{ filled, attempt }, send] = useActionState(fillExport, untouched)
  return (
    <div>
      <form action={send} className={`row ${styles.fill}`}>
        <input type="hidden" name="activityId" value={activityId} />
        <label className={styles.file}>
          <span>{t('file')}</span>
          <input type="file" name="file" accept=".csv,text/csv" required />
        </label>
        <SubmitButton kind="plain">{t('check')}</SubmitButton>
      </form>
      {filled?.ok === false ? <ErrorText>{t(`fault.${filled.fault}`, namesIn(filled))}</ErrorText> : null}
      {filled?.ok ? <Preview key={attempt} filled={filled} /> : null}
    </div>
  )
}

/** The columns that a fault names. */
const namesIn = (fault: Extract<FillState['filled'], { ok: false }>) =>
  fault.fault === 'two-columns' ? { one: fault.one, other: fault.other } : { one: '', other: '' }

function Preview({ filled }: { filled: Extract<Filled, { ok: true }> }) {
  const t = useTranslations('gradebook.fill')
  const locale = useLocale()
  const found = filled.matches.filter(({ by }) => by !== null).length

  function download() {
    const address = URL.createObjectURL(new Blob([filled.file], { type: 'text/csv;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = address
    link.download = 'canvas-filled.csv'
    link.click()
    URL.revokeObjectURL(address)
  }

  return (
    <div role="status">
      <p>
        {t('found', { found, all: filled.matches.length })}{' '}
        {filled.added ? t('added', { column: filled.column }) : t('written', { column: filled.column })}{' '}
        {filled.turnedInto === null ? null : t('turnedInto', { points: filled.turnedInto })}
      </p>
      <ScrollRegion className={styles.frame} label={t('caption')}>
        <table className={`table ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('student')}</th>
              <th scope="col">{t('matched')}</th>
              <th scope="col">{t('by')}</th>
              <th scope="col">{t('grade')}</th>
            </tr>
          </thead>
          <tbody>
            {filled.matches.map((match, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of the file have no other identity than their index
              <tr key={index}>
                <th scope="row">{match.student}</th>
                <td>{match.name ?? t('nobody')}</td>
                <td>{match.by === null ? '' : t(`way.${match.by}`)}</td>
                <td>{match.stays === null ? match.written : t(`stays.${match.stays}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {filled.unmatched.length > 0 ? <p>{t('unmatched', { names: commaList(locale, filled.unmatched) })}</p> : null}
      <Button kind="primary" onClick={download}>
        {t('download')}
      </Button>
    </div>
  )
}
