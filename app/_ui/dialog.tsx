'use client'
// A sheet laid over the page for one thing to be settled. The page behind it waits.
import { AlertDialog } from '@base-ui/react/alert-dialog'
import { Dialog as Base } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode } from 'react'
import { Button } from './button'
import styles from './dialog.module.css'

type DialogProps = {
  title: ReactNode
  description?: ReactNode
  /** A button that opens it; without one, `open` decides. */
  trigger?: ReactElement<Record<string, unknown>>
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** For what cannot be undone: a press outside does not close it. */
  alert?: boolean
  width?: 'normal' | 'wide'
  /** The buttons at the foot. A close button stands at the head unless it is an alert. */
  actions?: ReactNode
  children?: ReactNode
}

export function Dialog(props: DialogProps) {
  const { title, description, trigger, open, onOpenChange, alert = false, width = 'normal', actions, children } = props
  const t = useTranslations('ui')
  const Part = alert ? AlertDialog : Base
  return (
    <Part.Root open={open} onOpenChange={onOpenChange && ((next: boolean) => onOpenChange(next))}>
      {trigger ? <Part.Trigger render={trigger} /> : null}
      <Part.Portal>
        <Part.Backdrop className={styles.backdrop} />
        <Part.Viewport className={styles.viewport}>
          <Part.Popup className={styles.dialog} data-width={width}>
            <div className={styles.head}>
              <Part.Title className={styles.title}>{title}</Part.Title>
              {alert ? null : (
                <Part.Close render={<Button kind="quiet" size="dense" icon="close" />}>{t('dialog.close')}</Part.Close>
              )}
            </div>
            {description ? <Part.Description className={styles.description}>{description}</Part.Description> : null}
            {children}
            {actions ? <div className={styles.actions}>{actions}</div> : null}
          </Part.Popup>
        </Part.Viewport>
      </Part.Portal>
    </Part.Root>
  )
}

/** Wraps the button in `actions` that only closes. */
export function DialogClose({ children }: { children: ReactElement<Record<string, unknown>> }) {
  return <Base.Close render={children} />
}
