'use client'
// The sheet of a dialog. dialog.tsx loads this chunk after the page, because the page can be read without it.
import { AlertDialog } from '@base-ui/react/alert-dialog'
import { Dialog as Base } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { Button } from '../controls/button'
import { useSeenWindow } from '../page/seen-window'
import styles from './dialog.module.css'
import { OPENED_SHEET } from './opened-sheet'

export type DialogProps = {
  title: ReactNode
  description?: ReactNode
  /** The button that opens it; without one, `open` decides. */
  trigger?: ReactElement<Record<string, unknown>>
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** In place of `onOpenChange`. A dialog with it and without a button of its own is open for as long as it is drawn. */
  onClose?: () => void
  /** For what cannot be undone: a press outside the dialog does not close it. */
  alert?: boolean
  width?: 'normal' | 'wide'
  /**
   * In the middle of the window, or a sheet as high as it: at its end, on a phone over all of it. Of a sheet the words scroll between a head
   * and a foot that stay, also above the keyboard of a screen.
   */
  place?: 'middle' | 'sheet'
  /** What has the focus first; without it what a dialog begins with. */
  initialFocus?: RefObject<HTMLElement | null>
  /** What the button at the foot says that only closes; absent where there is none. A close button stands at the head unless it is an alert. */
  closing?: ReactNode
  /** The other buttons at the foot. */
  actions?: ReactNode
  children?: ReactNode
}

export function DialogParts({ opened, ...props }: DialogProps & { opened: boolean }) {
  const { title, description, trigger, onClose, onOpenChange, alert = false, width = 'normal', children } = props
  const { closing, actions, open = onClose && !trigger ? true : undefined, place = 'middle', initialFocus } = props
  const seen = useSeenWindow()
  const t = useTranslations('ui')
  const change = (next: boolean) => {
    onOpenChange?.(next)
    if (!next) onClose?.()
  }
  const Part = alert ? AlertDialog : Base
  return (
    <Part.Root defaultOpen={opened} open={open} onOpenChange={change}>
      {trigger ? <Part.Trigger render={trigger} /> : null}
      <Part.Portal>
        <Part.Backdrop className={styles.backdrop} data-place={place} />
        <Part.Viewport className={styles.viewport} data-place={place} style={place === 'sheet' ? seen : undefined}>
          <Part.Popup
            {...OPENED_SHEET}
            className={styles.dialog}
            data-width={width}
            data-place={place}
            {...(initialFocus ? { initialFocus } : {})}
          >
            <div className={styles.head}>
              <Part.Title className={styles.title}>{title}</Part.Title>
              {alert ? null : (
                <Part.Close render={<Button kind="quiet" size="dense" icon="close" />}>{t('dialog.close')}</Part.Close>
              )}
            </div>
            {description ? <Part.Description className={styles.description}>{description}</Part.Description> : null}
            {place === 'sheet' ? <div className={styles.body}>{children}</div> : children}
            {closing || actions ? (
              <div className={styles.actions}>
                {closing ? <Part.Close render={<Button>{closing}</Button>} /> : null}
                {actions}
              </div>
            ) : null}
          </Part.Popup>
        </Part.Viewport>
      </Part.Portal>
    </Part.Root>
  )
}

export function ClosePart({ children }: { children: ReactElement<Record<string, unknown>> }) {
  return <Base.Close render={children} />
}
