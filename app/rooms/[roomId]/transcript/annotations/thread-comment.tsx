'use client'
// One comment of a thread, with what its writer and the staff can do with it.
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { shortWeekdayAndTime } from '#format/days'
import { LIMITS } from '#simulation/kernel/limits'
import type { ShownComment, ShownThread } from '#simulation/reading/record/annotations'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { useSending } from '#ui/controls/use-sending.ts'
import { Dialog, DialogClose } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'
import { removeComment, setHidden } from './annotation-actions'
import styles from './annotations.module.css'
import type { AnnotationsOf } from './annotations-here'

type ThreadCommentProps = Pick<AnnotationsOf, 'owner' | 'mayHide' | 'timeZone'> & {
  comment: ShownComment
  thread: Pick<ShownThread, 'entry' | 'for'>
  reload: () => Promise<void>
}

export function ThreadComment({ comment, thread, owner, mayHide, timeZone, reload }: ThreadCommentProps) {
  const t = useTranslations('annotations')
  const tell = useToast()
  const locale = useLocale()
  const { text, hidden, own } = comment
  const no = thread.entry
  if (text === null) return <p className="hint">{t('hiddenHere')}</p>
  const of = { roomId: owner.roomId, comment: comment.id }

  async function act(work: Promise<boolean>, done: string): Promise<boolean> {
    const isDone = await work.catch(() => false)
    if (isDone) await reload()
    tell({ text: isDone ? done : t('notDone') })
    return isDone
  }

  return (
    <>
      <p className="hint">
        <b>
          <bdi>{comment.isStaff ? t('staff') : (comment.name ?? t('someone'))}</bdi>
        </b>
        {' · '}
        {shortWeekdayAndTime(locale, comment.at, timeZone)}
      </p>
      <p className={styles.text}>
        <bdi>{text}</bdi>
      </p>
      {hidden === null ? null : <p className="hint">{t.rich('hidden', { said: () => <bdi>{hidden}</bdi> })}</p>}
      {own ? <Asking what="delete" no={no} onDo={() => act(removeComment(of), t('deleted'))} /> : null}
      {mayHide && !own ? (
        hidden === null ? (
          <Asking what="hide" no={no} onDo={(reason) => act(setHidden({ ...of, reason }), t('hid'))} />
        ) : (
          <Button
            kind="quiet"
            size="dense"
            aria-label={t('showOf', { no })}
            onClick={() => void act(setHidden({ ...of, reason: null }), t('shown'))}
          >
            {t('show')}
          </Button>
        )
      ) : null}
    </>
  )
}

/** Asks before a comment is deleted by its writer, or hidden by staff, who say why. */
function Asking({
  what,
  no,
  onDo,
}: {
  what: 'delete' | 'hide'
  no: string
  onDo: (reason: string) => Promise<boolean>
}) {
  const t = useTranslations('annotations')
  const ui = useTranslations('ui')
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [isMissing, miss] = useState(false)
  const { busy, send } = useSending()
  const isReasoned = what === 'hide'
  async function act() {
    const lacks = isReasoned && reason.trim() === ''
    miss(lacks)
    if (lacks) return
    if ((await send(() => onDo(reason))) === null) setOpen(false)
  }
  return (
    <Dialog
      alert={!isReasoned}
      open={open}
      onOpenChange={setOpen}
      title={t(`${what}Title`)}
      description={t(`${what}Text`)}
      trigger={
        <Button kind="quiet" size="dense" aria-label={t(`${what}Of`, { no })}>
          {t(what)}
        </Button>
      }
      actions={
        <>
          <Button kind={isReasoned ? 'primary' : 'danger'} busy={busy} onClick={() => void act()}>
            {t(`${what}Now`)}
          </Button>
          <DialogClose>
            <Button>{ui('dialog.close')}</Button>
          </DialogClose>
        </>
      }
    >
      {isReasoned ? (
        <Field label={t('hideReason')} {...(isMissing ? { error: t('hideEmpty') } : {})}>
          <TextArea rows={2} value={reason} maxLength={LIMITS.reason} onWords={setReason} />
        </Field>
      ) : null}
    </Dialog>
  )
}
