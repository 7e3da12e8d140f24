'use client'
// Shows students their grades: one, a room, all that are complete, or all. It says how many that reaches and who is not complete.
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { type ReleaseScope, releasing } from '#simulation/reading/marks/grades'
import { Button } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { useSending } from '#ui/controls/use-sending.ts'
import { Dialog, DialogClose } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'
import styles from './grading.module.css'
import type { ReleaseAnswer } from './grading-data'
import { type GradingView, useGrading } from './use-grading'

type Offered = { key: string; scope: ReleaseScope; words: string }

export function ReleaseDialog() {
  const t = useTranslations('grading.release')
  const view = useGrading()
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      description={t('text')}
      trigger={<Button kind="primary">{t('open')}</Button>}
    >
      {open ? <ReleaseForm view={view} onDone={() => setOpen(false)} /> : null}
    </Dialog>
  )
}

function ReleaseForm({ view, onDone }: { view: GradingView; onDone: () => void }) {
  const t = useTranslations('grading.release')
  const format = useFormatter()
  const tell = useToast()
  const router = useRouter()
  const { activityId, acts, graded, rooms, person, notes, grading } = view
  const offered: readonly Offered[] = [
    ...(person ? [{ key: 'person', scope: { kind: 'person' as const, id: person.id }, words: person.name }] : []),
    { key: 'complete', scope: { kind: 'complete' }, words: t('complete') },
    ...(rooms.length > 1 && !grading.hideNames
      ? rooms.map(({ id, name }) => ({ key: id, scope: { kind: 'room' as const, id }, words: t('room', { name }) }))
      : []),
    { key: 'all', scope: { kind: 'all' }, words: t('all') },
  ]
  const [chosen, choose] = useState('complete')
  const [reason, setReason] = useState('')
  const { busy, fault, object, send } = useSending<'reasonMissing' | 'nobody'>()
  const { scope } = offered.find(({ key }) => key === chosen) ?? { scope: { kind: 'complete' as const } }
  const { reaches, incomplete, again } = releasing(graded, scope)
  async function run() {
    if (reaches.length === 0) return object('nobody')
    if (again > 0 && reason.trim() === '') return object('reasonMissing')
    const failed = await send(async () => {
      const answer = await acts.release({ activityId, scope, reason: reason.trim() || null })
      if (answer.ok) tellReleased(answer)
      return answer.ok
    })
    if (failed === null) onDone()
  }
  function tellReleased(answer: Extract<ReleaseAnswer, { ok: true }>) {
    const before = notes.released(new Map(answer.people.map((id) => [id, answer.at])))
    const undo = async () => {
      if (await acts.withdraw({ activityId, act: answer.act }).catch(() => false)) notes.released(before)
      else tell({ text: t('failed') })
      router.refresh()
    }
    // With a release its students' names come, where they were hidden.
    router.refresh()
    tell({ text: t('done', { count: answer.people.length }), undo: () => void undo() })
  }
  return (
    <>
      <ChoiceGroup legend={t('whose')}>
        {offered.map(({ key, words }) => (
          <Choice
            key={key}
            name="scope"
            title={words}
            checked={chosen === key}
            onChange={() => {
              choose(key)
              object(null)
            }}
          />
        ))}
      </ChoiceGroup>
      <p className={styles.reaches}>
        {t('reaches', { count: reaches.length })}{' '}
        {incomplete.length > 0
          ? t('incomplete', {
              count: incomplete.length,
              names: format.list(incomplete.map(({ name }) => name)),
              kept: scope.kind === 'room' || scope.kind === 'complete' ? 'yes' : 'no',
            })
          : null}
      </p>
      {again > 0 ? (
        <Field
          label={t('reason', { count: again })}
          hint={t('reasonHint')}
          {...(fault === 'reasonMissing' ? { error: t('reasonMissing') } : {})}
        >
          <TextArea voice="record" rows={2} maxLength={LIMITS.reason} value={reason} onWords={setReason} />
        </Field>
      ) : null}
      {fault === 'failed' || fault === 'nobody' ? <ErrorText>{t(fault)}</ErrorText> : null}
      <p className={`acts ${styles.acts}`}>
        <DialogClose>
          <Button>{t('cancel')}</Button>
        </DialogClose>
        <Button kind="primary" busy={busy} onClick={() => void run()}>
          {t(again > 0 ? 'again' : 'confirm')}
        </Button>
      </p>
    </>
  )
}
