'use client'
// The form that uploads a record's file: progress, and at the end a link to the record or the fault in the file.
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { dayOf } from '#format/days'
import { coursePath, recordFilePath, transcriptPath } from '#paths'
import { Button, LinkButton } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import courses from '../../courses.module.css'
import styles from './bring-form.module.css'
import { faultSentence } from './fault-sentence'
import { type Sending, sendRecord } from './send-record'

type BringFormProps = {
  courseId: string
  /** The largest file that is accepted, in bytes. */
  most: number
}
type Shown = Sending | { kind: 'unchosen' } | { kind: 'too-large' } | null

export function BringForm({ courseId, most }: BringFormProps) {
  const t = useTranslations('bring-record')
  const [shown, show] = useState<Shown>(null)
  const field = useId()
  const megabytes = Math.floor(most / 1_000_000)
  const busy = shown?.kind === 'sending' || shown?.kind === 'judging'

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    if (!(file instanceof File) || file.name === '') show({ kind: 'unchosen' })
    else if (file.size > most) show({ kind: 'too-large' })
    else {
      show({ kind: 'sending', share: 0 })
      sendRecord(recordFilePath(courseId), file, show)
    }
  }

  return (
    <form className={courses.form} onSubmit={submit}>
      <div className={styles.field}>
        <label htmlFor={field}>{t('file')}</label>
        <p id={`${field}-hint`} className="faint">
          {t('fileHint', { most: megabytes })}
        </p>
        <input
          id={field}
          className={styles.file}
          type="file"
          name="file"
          accept=".json,application/json"
          aria-describedby={`${field}-hint`}
          onChange={() => show(null)}
        />
      </div>
      <div className="row">
        <Button type="submit" kind="primary" busy={busy}>
          {t('submit')}
        </Button>
      </div>
      <div role="status" aria-live="polite">
        <Outcome shown={shown} courseId={courseId} megabytes={megabytes} />
      </div>
    </form>
  )
}

function Outcome({ shown, courseId, megabytes }: { shown: Shown; courseId: string; megabytes: number }) {
  const t = useTranslations('bring-record')
  const locale = useLocale()
  switch (shown?.kind) {
    case undefined:
      return null
    case 'unchosen':
      return <ErrorText>{t('choose')}</ErrorText>
    case 'too-large':
      return <FaultNotice words={t('fault.too-large', { most: megabytes })} />
    case 'sending': {
      const percent = Math.round(shown.share * 100)
      return (
        <>
          <p>{t('sending', { percent })}</p>
          <progress className={styles.bar} max={100} value={percent} aria-label={t('sending', { percent })} />
        </>
      )
    }
    case 'judging':
      return <p>{t('judging', { rows: shown.rows })}</p>
    case 'lost':
      return <ErrorText>{t('lost')}</ErrorText>
    case 'ended':
      if ('fault' in shown.news) return <FaultNotice words={faultSentence(t, shown.news.fault, megabytes)} />
      return 'already' in shown.news ? (
        <Record
          words={t('already', { day: dayOf(locale, shown.news.already.at) })}
          roomId={shown.news.already.roomId}
          courseId={courseId}
        />
      ) : (
        <Record words={t('done')} roomId={shown.news.roomId} courseId={courseId} />
      )
    default:
      return shown satisfies never
  }
}

function Record({ words, roomId, courseId }: { words: string; roomId: string; courseId: string }) {
  const t = useTranslations('bring-record')
  return (
    <div className="fields">
      <p>{words}</p>
      <p className="row">
        <LinkButton kind="primary" href={transcriptPath(roomId)}>
          {t('read')}
        </LinkButton>
        <LinkButton href={coursePath(courseId)}>{t('back')}</LinkButton>
      </p>
    </div>
  )
}

function FaultNotice({ words }: { words: string }) {
  const t = useTranslations('bring-record')
  return (
    <>
      <p>
        <ErrorText>{words}</ErrorText>
      </p>
      <p className="faint">{t('nothing')}</p>
    </>
  )
}
