'use client'
// Sends one note to every chosen room, where all participants hear it.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-input'

export function NudgeDialog({ count, onSend }: { count: number; onSend: (text: string) => void }) {
  const t = useTranslations('wall.nudge')
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('title', { count })}
      trigger={<Button size="dense">{t('open')}</Button>}
      actions={
        <Button
          kind="primary"
          onClick={() => {
            if (text.trim() === '') return
            onSend(text)
            setOpen(false)
            setText('')
          }}
        >
          {t('send')}
        </Button>
      }
    >
      <Field label={t('label')} hint={t('hint')}>
        <TextArea value={text} maxLength={600} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
    </Dialog>
  )
}
