'use client'
// A form that ends the sign-in of this device. What was written here and not sent would be cleared with it, so where there is any it
// says how much and offers to stay; where there is none it asks nothing. Without a script it is a plain form.
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { signOutPath } from '#paths'
import { Button } from '#ui/button'
import { Dialog, DialogClose } from '#ui/dialog'

type LeaveFormProps = {
  /** Whose sign-in ends. */
  name: string
  /** Where to go on; without it, to the page that says that one is signed out. */
  next?: string
  className?: string | undefined
  children: ReactNode
}

export function LeaveForm({ name, next, className, children }: LeaveFormProps) {
  const t = useTranslations('ui.leaving')
  const form = useRef<HTMLFormElement>(null)
  const [unsent, setUnsent] = useState(0)

  // Not requestSubmit, which would be asked again.
  const go = () => form.current?.submit()
  function ask(event: FormEvent): void {
    event.preventDefault()
    import('./device-storage')
      .then(({ countUnsent }) => countUnsent())
      // What cannot even be fetched means that the line is down, and then nothing is signed out or cleared either.
      .then((count) => (count === 0 ? go() : setUnsent(count)), go)
  }

  return (
    <>
      <form ref={form} method="post" action={signOutPath()} className={className} onSubmit={ask}>
        {next === undefined ? null : <input type="hidden" name="next" value={next} />}
        {children}
      </form>
      <Dialog
        alert
        title={t('title')}
        description={t('text', { name, count: unsent })}
        open={unsent > 0}
        onOpenChange={(open) => {
          if (!open) setUnsent(0)
        }}
        actions={
          <>
            <DialogClose>
              <Button kind="primary">{t('stay')}</Button>
            </DialogClose>
            <Button kind="danger" onClick={go}>
              {t('go')}
            </Button>
          </>
        }
      />
    </>
  )
}
