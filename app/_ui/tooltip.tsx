'use client'
// A few words for a control whose face is too small for them. Never the only place where something is said.
import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import floating from './floating.module.css'

export function Tooltip({ label, children }: { label: ReactNode; children: ReactElement<Record<string, unknown>> }) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className={floating.positioner} sideOffset={6} collisionPadding={8}>
          <Base.Popup className={floating.popup} data-tip="">
            {label}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
