'use client'
// The roster's text field, what was parsed from it, and each line with a fault. The text stays as typed.
import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { ErrorText } from '#ui/error-text'
import { Field } from '#ui/field'
import { SubmitButton } from '#ui/submit-button'
import { TextArea } from '#ui/text-input'
import styles from '../../courses.module.css'
import { judgeRoster, type RosterState } from './actions'

export function RosterForm({ courseId, text }: { courseId: string; text: string }) {
  const t = useTranslations('courses.roster')
  const [state, send, pending] = useActionState(judgeRoster, { attempt: 0, text, read: null, outcome: null })
  const [typed, type] = useState<string | null>(null)
  const { read, outcome } = state
  const current = typed ?? state.text
  const fresh = current === state.text
  return (
    <form action={send} className={styles.form}>
      <input type="hidden" name="courseId" value={courseId} />
      <Field label={t('field')}>
        <TextArea
          name="text"
          rows={12}
          maxRows={24}
          spellCheck={false}
          value={current}
          onChange={(event) => type(event.target.value)}
        />
      </Field>
      <p className={styles.meta}>{t('keeps')}</p>
      <div className={styles.row}>
        {read && fresh && read.faults.length === 0 ? (
          <SubmitButton name="step" value="save">
            {t('save', { count: read.places.length })}
          </SubmitButton>
        ) : null}
        <Button type="submit" name="step" value="check" busy={pending} kind={read && fresh ? 'plain' : 'primary'}>
          {t('check')}
        </Button>
      </div>
      <div role="status" aria-live="polite">
        {outcome?.kind === 'saved' && fresh ? <p>{t('saved', { count: outcome.count })}</p> : null}
        {outcome?.kind === 'too-much' ? <ErrorText>{t('tooMuch', { most: outcome.most })}</ErrorText> : null}
        {outcome?.kind === 'over' ? <ErrorText>{t('over')}</ErrorText> : null}
        {outcome?.kind === 'too-long' ? <ErrorText>{t('tooLong', { most: outcome.most })}</ErrorText> : null}
        {read ? <Read read={read} /> : null}
      </div>
    </form>
  )
}

function Read({ read }: { read: NonNullable<RosterState['read']> }) {
  const t = useTranslations('courses.roster')
  return (
    <>
      {read.faults.length > 0 ? (
        <section className={styles.faults}>
          <p>
            <ErrorText>{t('faultsTitle', { count: read.faults.length })}</ErrorText>
          </p>
          <p>{t('faultsLead')}</p>
          <ul>
            {read.faults.map((fault) => (
              <li key={fault.line}>
                <b>{t('line', { line: fault.line })}</b> {t(`fault.${fault.fault}`)}
                <code>{fault.text}</code>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Band level={2} title={t('preview', { count: read.places.length })} />
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('email')}</th>
              <th scope="col">{t('number')}</th>
            </tr>
          </thead>
          <tbody>
            {read.places.map((place) => (
              <tr key={place.line}>
                <th scope="row">{place.name}</th>
                <td>{place.email}</td>
                <td>{place.studentNumber}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
