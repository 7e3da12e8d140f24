'use client'
// Puts words back that the chair took off, with the reason that everybody will read.
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { putBackDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextInput } from '#ui/controls/text-input'
import { useSending } from '#ui/controls/use-sending.ts'
import { Dialog, DialogClose } from '#ui/over/dialog'
import { useKeptWords } from '../hooks/use-local-storage'
import type { StrikeAct } from './strike-line'

type PutBackDialogProps = { roomId: string; entry: string; name: string; act: StrikeAct; onClose: () => void }

export function PutBackDialog({ roomId, entry, name, act, onClose }: PutBackDialogProps) {
  const t = useTranslations('off.staff')
  const form = useId()
  const [reason, setReason] = useKeptWords({ roomId, person: 'chair' }, putBackDraftKey(entry), LIMITS.reason)
  const [isEmpty, setEmpty] = useState(false)
  const { busy, send } = useSending()
  const put = async (event: FormEvent) => {
    event.preventDefault()
    const said = reason.trim()
    setEmpty(said === '')
    if (said === '') return
    if ((await send(() => act({ type: 'putWordsBack', entry, reason: said }))) !== null) return
    setReason('')
    onClose()
  }
  return (
    <Dialog
      onClose={onClose}
      title={t('backTitle', { name })}
      description={t('backText')}
      actions={
        <>
          <DialogClose>
            <Button keys="Esc">{t('close')}</Button>
          </DialogClose>
          <Button type="submit" form={form} kind="primary" keys="↵" busy={busy}>
            {t('backDo')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void put(event)}>
        <Field label={t('backReason')} error={isEmpty ? t('backFirst') : undefined}>
          <TextInput autoFocus maxLength={LIMITS.reason} value={reason} onWords={setReason} />
        </Field>
      </form>
    </Dialog>
  )
}
