'use client'
// What a student says of a level that they ask to be looked at again, on its row of the sheet, and the answer.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useChairWords } from '#chair/use-chair-words.ts'
import { LIMITS } from '#simulation/kernel/limits'
import type { Criterion } from '#simulation/reading/log/rubric'
import { openRegrades, type Regrade } from '#simulation/reading/marks/regrades'
import { regradeDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { useHydrated } from '#ui/page/use-hydrated.ts'
import styles from './grading.module.css'
import { useGrading } from './use-grading'

export function RegradeBox({ criterion }: { criterion: Criterion }) {
  const t = useTranslations('grading.regrade')
  const { person } = useGrading()
  const hydrated = useHydrated()
  const regrade = person?.regrades.find((one) => one.criterion === criterion.key)
  if (!regrade) return null
  const { level, text, answer } = regrade
  return (
    <div className={`stack ${styles.regrade}`}>
      <p>
        <b>{t('asked', { level })}</b> <q>{text}</q>
      </p>
      {answer ? (
        <p>
          <b>{t('answered', { stays: answer.level === level ? 'yes' : 'no', level: answer.level })}</b> {answer.text}
        </p>
      ) : hydrated ? (
        <AnswerForm key={person?.id} regrade={regrade} />
      ) : null}
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
  const { text, write, missing, sending, send } = useChairWords(activityId, regradeDraftKey(criterion, person?.id))
  const [failed, setFailed] = useState<'not-found' | 'other-level' | 'already' | 'failed' | null>(null)
  const level = score.draftOf(criterion).level ?? before
  const stays = level === before ? 'yes' : 'no'
  const reads = releasedToAll === null ? stays : 'yes'
  const fault = missing ? 'missing' : failed
  const press = () =>
    send(async (words) => {
      const answered = { activityId, participantId: person?.id, criterion, level, text: words.text }
      const why = await acts.answerRegrade(answered).catch(() => 'failed' as const)
      setFailed(why === 'answered' ? 'already' : why)
      if (why === null) router.refresh()
      return why === null
    })
  return (
    <>
      <Field label={t('answer')} hint={t('hint', { reads })} {...(fault ? { error: t(fault) } : {})}>
        <TextArea
          voice="record"
          rows={2}
          maxLength={LIMITS.reason}
          value={text}
          onWords={(value) => write({ text: value })}
        />
      </Field>
      <Button size="dense" busy={sending} onClick={() => void press()}>
        {t('send', { stays, level, before })}
      </Button>
    </>
  )
}
