'use client'
// What a student says of a level that they ask to be looked at again, on its row of the sheet, and the answer.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { openRegrades, type Regrade } from '#simulation/reading/regrades'
import type { Criterion } from '#simulation/scenario/scenario'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-input'
import styles from './grading.module.css'
import { useGrading } from './use-grading'

export function RegradeBox({ criterion }: { criterion: Criterion }) {
  const t = useTranslations('grading.regrade')
  const { person } = useGrading()
  const regrade = person?.regrades.find((one) => one.criterion === criterion.key)
  if (!regrade) return null
  const { level, text, answer } = regrade
  return (
    <div className={styles.regrade}>
      <p>
        <b>{t('asked', { level })}</b> <q>{text}</q>
      </p>
      {answer ? (
        <p>
          <b>{t('answered', { stays: answer.level === level ? 'yes' : 'no', level: answer.level })}</b> {answer.text}
        </p>
      ) : (
        <AnswerForm regrade={regrade} />
      )}
    </div>
  )
}

/** How many wait for their answer. */
export function RegradesOpen({ regrades }: { regrades: readonly Regrade[] }) {
  const t = useTranslations('grading.regrade')
  const count = openRegrades(regrades).length
  return count > 0 ? ` · ${t('open', { count })}` : null
}

function AnswerForm({ regrade: { criterion, level: before } }: { regrade: Regrade }) {
  const t = useTranslations('grading.regrade')
  const { activityId, acts, person, score, releasedToAll } = useGrading()
  const router = useRouter()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<'missing' | 'not-found' | 'other-level' | 'already' | 'failed' | null>(null)
  const level = score.draftOf(criterion).level ?? before
  const stays = level === before ? 'yes' : 'no'
  const reads = releasedToAll === null ? stays : 'yes'
  async function send() {
    if (!person) return
    if (text.trim() === '') return setFault('missing')
    setBusy(true)
    const answered = { activityId, participantId: person.id, criterion, level, text }
    const failed = await acts.answerRegrade(answered).catch(() => 'failed' as const)
    setBusy(false)
    if (failed === null) router.refresh()
    else setFault(failed === 'answered' ? 'already' : failed)
  }
  return (
    <>
      <Field label={t('answer')} hint={t('hint', { reads })} {...(fault ? { error: t(fault) } : {})}>
        <TextArea
          voice="record"
          rows={2}
          maxLength={LIMITS.reason}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Button size="dense" busy={busy} onClick={() => void send()}>
        {t('send', { stays, level, before })}
      </Button>
    </>
  )
}
