'use client'
// Makes an invitation link, which the instructor passes on, and which is mailed where there is an address and a mail server. No account is looked up.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import { useToast } from '#ui/over/toast'
import { PartFields, type RoomToGrade } from './part-fields'
import styles from './people.module.css'
import { type InviteState, inviteColleague } from './people-actions'

const untouched: InviteState = { attempt: 0, email: '', link: null, mailedTo: null, fault: null }

type InviteFormProps = { courseId: string; rooms: readonly RoomToGrade[]; days: number }

export function InviteForm({ courseId, rooms, days }: InviteFormProps) {
  const t = useTranslations('courses.people.invite')
  const [{ attempt, email, link, mailedTo, fault }, send] = useActionState(inviteColleague, untouched)
  return (
    <>
      <form action={send} className={`fields ${styles.form}`}>
        <input type="hidden" name="courseId" value={courseId} />
        <Field
          label={t('email')}
          optional
          hint={t('emailHint')}
          error={fault === 'bad-email' ? t(`fault.${fault}`) : null}
        >
          <TextInput key={attempt} name="email" type="email" autoComplete="off" defaultValue={email} />
        </Field>
        <PartFields rooms={rooms} part="assistant" checked={[]} />
        {fault && fault !== 'bad-email' ? (
          <p role="alert">
            <ErrorText>{t(`fault.${fault}`)}</ErrorText>
          </p>
        ) : null}
        <span>
          <SubmitButton kind="plain">{t('submit')}</SubmitButton>
        </span>
      </form>
      <div role="status">{link ? <MadeLink link={link} days={days} mailedTo={mailedTo} /> : null}</div>
    </>
  )
}

function MadeLink({ link, days, mailedTo }: { link: string; days: number; mailedTo: string | null }) {
  const t = useTranslations('courses.people.invite')
  const tell = useToast()
  async function copy() {
    try {
      await navigator.clipboard.writeText(link)
      tell({ text: t('copied') })
    } catch {
      tell({ text: t('copyFailed') }) // browsers offer no clipboard on plain http
    }
  }
  return (
    <div className={`stack ${styles.made}`}>
      {mailedTo === null ? null : <p>{t.rich('mailed', { email: mailedTo, address: (text) => <bdi>{text}</bdi> })}</p>}
      <p>{t('made', { days })}</p>
      <code>{link}</code>
      <span>
        <Button size="dense" onClick={copy}>
          {t('copy')}
        </Button>
      </span>
    </div>
  )
}
