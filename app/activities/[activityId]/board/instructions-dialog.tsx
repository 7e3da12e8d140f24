'use client'
// The instructions of the debate and its line on AI, changed while it runs.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { InstructionsFields } from '#ui/controls/instructions-fields'
import { SubmitButton } from '#ui/controls/submit-button'
import { Dialog, DialogClose } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'
import { changeInstructions } from './actions'
import type { BoardData } from './board-data'

export function InstructionsDialog({ activity, instructions }: Pick<BoardData, 'activity' | 'instructions'>) {
  const t = useTranslations('board.instructions')
  const tell = useToast()
  const [open, setOpen] = useState(false)
  const [failed, setFailed] = useState(false)
  async function save(form: FormData) {
    const kept = await changeInstructions(form).then(
      () => true,
      () => false,
    )
    setFailed(!kept)
    if (!kept) return
    setOpen(false)
    tell({ text: t('saved') })
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t('open')}</Button>}
      title={t('title')}
      description={t('lead')}
    >
      <form action={save} className="form">
        <input type="hidden" name="activityId" value={activity.id} />
        <InstructionsFields written={instructions} />
        {failed ? <ErrorText>{t('failed')}</ErrorText> : null}
        <div className="row unprinted">
          <SubmitButton>{t('save')}</SubmitButton>
          <DialogClose>
            <Button>{t('cancel')}</Button>
          </DialogClose>
        </div>
      </form>
    </Dialog>
  )
}
