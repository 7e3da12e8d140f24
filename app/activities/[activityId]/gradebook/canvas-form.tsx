'use client'
// The form that takes the instructor's Canvas export, shows which students were matched, and offers the filled file.
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { commaList } from '#format/lists'
import { canvasFilePath } from '#paths'
import { type CanvasFilled, canvasFilled, LARGEST_CANVAS_FILE } from '#simulation/reading/marks/canvas-gradebook'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { useSending } from '#ui/controls/use-sending.ts'
import { ScrollRegion } from '#ui/page/scroll-region'
import styles from './gradebook.module.css'

type Filled = Extract<CanvasFilled, { ok: true }>
type Fault = Exclude<CanvasFilled, { ok: true }>

export function CanvasForm({ activityId }: { activityId: string }) {
  const t = useTranslations('gradebook.fill')
  const [filled, show] = useState<Filled | null>(null)
  const [twoColumns, nameColumns] = useState({ one: '', other: '' })
  const { busy, fault, object, send } = useSending<Fault['fault'] | 'no-file'>()

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    show(null)
    const file = new FormData(event.currentTarget).get('file')
    if (!(file instanceof File) || file.size === 0) return object('no-file')
    if (file.size > LARGEST_CANVAS_FILE) return object('too-large')
    void send(async () => {
      const answer = await fillFile(activityId, file)
      if (answer === null) return false
      if (answer.ok) show(answer)
      else if (answer.fault === 'two-columns') nameColumns({ one: answer.one, other: answer.other })
      return answer.ok ? true : answer.fault
    })
  }

  return (
    <div>
      <form onSubmit={submit} className={`row ${styles.fill}`} noValidate>
        <label className={styles.file}>
          <span>{t('file')}</span>
          <input type="file" name="file" accept=".csv,text/csv" required />
        </label>
        <Button type="submit" busy={busy}>
          {t('check')}
        </Button>
      </form>
      {fault === null ? null : <ErrorText>{t(`fault.${fault}`, twoColumns)}</ErrorText>}
      {filled ? <Preview filled={filled} /> : null}
    </div>
  )
}

/** What the server says of the file; null where it did not answer as it should. */
async function fillFile(activityId: string, file: File): Promise<CanvasFilled | null> {
  const headers = { 'content-type': 'text/csv' }
  const response = await fetch(canvasFilePath(activityId), { method: 'POST', headers, body: file })
  return response.ok ? (canvasFilled.safeParse(await response.json()).data ?? null) : null
}

function Preview({ filled }: { filled: Filled }) {
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
