'use client'
// The list of toasts. toast.tsx loads this chunk after the page, because the page can be read without it.
import { Toast as Base } from '@base-ui/react/toast'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '../controls/button'
import styles from './toast.module.css'

const STAYS_MS = 6000

export type ToastMessage = {
  text: string
  undo?: () => void
  /** The words and the key of its button; by default "Undo", and no key. */
  undoAs?: { label: string; keys: string }
  /** Called once it is gone, however it went. */
  onGone?: () => void
}

type Undo = Pick<ToastMessage, 'undo' | 'undoAs'>

/** Shows the messages in order; the array only grows, so those past `shown` are new. */
function Toasts({ told }: { told: readonly ToastMessage[] }) {
  const t = useTranslations('ui')
  const { add, toasts, close } = Base.useToastManager<Undo>()
  const shown = useRef(0)
  useEffect(() => {
    for (const { text, undo, undoAs, onGone } of told.slice(shown.current))
      add({
        title: text,
        timeout: STAYS_MS,
        data: { ...(undo ? { undo } : {}), ...(undoAs ? { undoAs } : {}) },
        ...(onGone ? { onClose: onGone } : {}),
      })
    shown.current = told.length
  }, [told, add])
  return toasts.map((toast) => {
    const { undo, undoAs } = toast.data ?? {}
    return (
      <Base.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={['left', 'down', 'up']}>
        <Base.Title className={styles.text} render={<p />} />
        {undo ? (
          <Button
            size="dense"
            {...(undoAs ? { keys: undoAs.keys } : {})}
            onClick={() => {
              undo()
              close(toast.id)
            }}
          >
            {undoAs?.label ?? t('toast.undo')}
          </Button>
        ) : null}
        <Base.Close render={<Button kind="quiet" size="dense" icon="close" aria-label={t('toast.close')} />}>
          {null}
        </Base.Close>
      </Base.Root>
    )
  })
}

export function ToastShelf({ told }: { told: readonly ToastMessage[] }) {
  return (
    <Base.Provider timeout={STAYS_MS} limit={3}>
      <Base.Portal>
        <Base.Viewport className={styles.viewport}>
          <Toasts told={told} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}
