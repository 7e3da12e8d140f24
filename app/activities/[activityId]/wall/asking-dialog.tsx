'use client'
// What the wall asks before a step that no undo takes back, with the two answers to it.
import type { ReactNode } from 'react'
import { Button } from '#ui/controls/button'
import { Dialog } from '#ui/over/dialog'

type AskingDialogProps = {
  title: string
  description: string
  /** The words of the two buttons. */
  go: string
  keep: string
  onGo: () => void
  onClose: () => void
  children?: ReactNode
}

export function AskingDialog({ title, description, go, keep, onGo, onClose, children }: AskingDialogProps) {
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title={title}
      description={description}
      actions={
        <>
          <Button
            kind="danger"
            onClick={() => {
              onGo()
              onClose()
            }}
          >
            {go}
          </Button>
          <Button onClick={onClose}>{keep}</Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
