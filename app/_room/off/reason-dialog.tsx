'use client'
// Says afterwards why words were taken off: they are hidden with one press and a usual reason, which is changed here.
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { reasonDraftKeyOfStrike } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { useSending } from '#ui/controls/use-sending.ts'
import { Dialog, DialogClose } from '#ui/over/dialog'
import { useLocalStorage } from '../hooks/use-local-storage'
import { RefusalText } from '../words/refusal-text'
import type { StrikeAct } from './strike-line'
import { draftOfReason, NO_REASON, reasonOf, StrikeReasons } from './strike-reasons'

type ReasonDialogProps = { roomId: string; entry: string; name: string; act: StrikeAct; onClose: () => void }

export function ReasonDialog({ roomId, entry, name, act, onClose }: ReasonDialogProps) {
  const t = useTranslations('off.reason')
  const strike = useTranslations('off.strike')
  const form = useId()
  const [draft, set] = useLocalStorage(
    { roomId, person: 'chair' },
    reasonDraftKeyOfStrike(entry),
    draftOfReason,
    NO_REASON,
  )
  const [isEmpty, setEmpty] = useState(false)
  const { busy, send } = useSending()
  const change = async (event: FormEvent) => {
    event.preventDefault()
    const reason = reasonOf(draft)
    setEmpty(reason === null)
    if (reason === null || (await send(() => act({ type: 'changeStrikeReason', entry, reason }))) !== null) return
    set(NO_REASON)
    onClose()
  }
  return (
    <Dialog
      onClose={onClose}
      title={t('title', { name })}
      actions={
        <>
          <Button type="submit" form={form} kind="primary" keys="↵" busy={busy}>
            {t('do')}
          </Button>
          <DialogClose>
            <Button keys="Esc">{strike('notNow')}</Button>
          </DialogClose>
        </>
      }
    >
      <form id={form} className="fields" onSubmit={(event) => void change(event)}>
        <StrikeReasons draft={draft} set={set} />
        <RefusalText>{isEmpty ? strike('reasonFirst') : null}</RefusalText>
      </form>
    </Dialog>
  )
}
