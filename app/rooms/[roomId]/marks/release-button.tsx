'use client'
// Releases the marks to the students after a confirmation that says how many rooms it covers and what is still missing; also takes it
// back.
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { dayAndTime } from '#format/days'
import { Button } from '#ui/controls/button'
import { Dialog } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'

type Act = (roomId: string) => Promise<{ ok: boolean }>
type ReleaseButtonProps = {
  roomId: string
  releasedAt: number | null
  missing: number
  tables: number
  release: Act
  withdraw: Act
}

export function ReleaseButton({ roomId, releasedAt, missing, tables, release, withdraw }: ReleaseButtonProps) {
  const t = useTranslations('marks.release')
  const locale = useLocale()
  const tell = useToast()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [busy, start] = useTransition()
  const run = (act: Act, text: string, back: Act | null) =>
    start(async () => {
      const answer = await act(roomId).catch(() => ({ ok: false }))
      setOpen(false)
      router.refresh()
      if (!answer.ok) tell({ text: t('failed') })
      else if (back) tell({ text, undo: () => run(back, t('withdrawn'), null) })
      else tell({ text })
    })
  if (releasedAt !== null)
    return (
      <>
        {/* The server renders this time in its own zone, so hydration would report a difference. */}
        <span className="hint" suppressHydrationWarning>
          {t('since', { at: dayAndTime(locale, releasedAt) })}
        </span>
        <Button busy={busy} onClick={() => run(withdraw, t('withdrawn'), release)}>
          {t('withdraw')}
        </Button>
      </>
    )
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      description={t('text', { tables })}
      trigger={<Button kind="primary">{t('open')}</Button>}
      closing={t('cancel')}
      actions={
        <Button kind="primary" busy={busy} onClick={() => run(release, t('done'), withdraw)}>
          {t('confirm')}
        </Button>
      }
    >
      {missing > 0 ? <p>{t('missing', { count: missing })}</p> : null}
    </Dialog>
  )
}
