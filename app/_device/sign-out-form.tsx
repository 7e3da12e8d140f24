'use client'
// The sign-out form. It clears the device's unsent words with the session, so where there are any it says how many and offers to stay.
// Without a script it is a plain form.
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { signOutPath } from '#paths'
import { Button } from '#ui/controls/button'
import { Dialog, DialogClose } from '#ui/over/dialog'

type LeaveFormProps = {
  /** The person who is signed in. */
  name: string
  /** Where to go after signing out; the signed-out page by default. */
  next?: string
  className?: string | undefined
  children: ReactNode
}

export function LeaveForm({ name, next, className, children }: LeaveFormProps) {
  const t = useTranslations('ui.leaving')
  const form = useRef<HTMLFormElement>(null)
  const [unsent, setUnsent] = useState(0)

  // Not `requestSubmit`: it would fire `onSubmit` again and ask again.
  const go = () => form.current?.submit()
  function ask(event: FormEvent): void {
    event.preventDefault()
    import('./device-storage')
      .then(({ countUnsent }) => countUnsent())
      // Where the count's code cannot be fetched the network is down; then the submission fails too and nothing is cleared.
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
