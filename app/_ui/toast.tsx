'use client'
// A short word that something was done, with the way back: bottom left (on a phone at the top), six seconds, waiting while it is pointed at or focused.
import { Toast as Base } from '@base-ui/react/toast'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback } from 'react'
import { Button } from './button'
import styles from './toast.module.css'

const STAYS_MS = 6000

export type Told = { text: string; undo?: () => void }

/** Returns a function that tells the reader what was done, and how to undo it. */
export function useToast(): (told: Told) => void {
  const { add } = Base.useToastManager<{ undo: (() => void) | undefined }>()
  return useCallback(({ text, undo }) => add({ title: text, timeout: STAYS_MS, data: { undo } }), [add])
}

function Toasts() {
  const t = useTranslations('ui')
  const { toasts, close } = Base.useToastManager<{ undo: (() => void) | undefined }>()
  return toasts.map((toast) => {
    const undo = toast.data?.undo
    return (
      <Base.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={['left', 'down', 'up']}>
        <Base.Title className={styles.text} render={<p />} />
        {undo ? (
          <Button
            size="dense"
            onClick={() => {
              undo()
              close(toast.id)
            }}
          >
            {t('toast.undo')}
          </Button>
        ) : null}
        <Base.Close render={<Button kind="quiet" size="dense" icon="close" aria-label={t('toast.close')} />}>
          {null}
        </Base.Close>
      </Base.Root>
    )
  })
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider timeout={STAYS_MS} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className={styles.viewport}>
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}
