'use client'
// A short word that something was done, with the way back: bottom left (on a phone at the top), six seconds, waiting while it is pointed
// at or focused.
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { ToastMessage } from './toast-shelf'
import { useFloatingParts } from './use-floating-parts'

type Toaster = { tell: (told: ToastMessage) => void; want: () => void }

const Here = createContext<Toaster>({ tell: () => undefined, want: () => undefined })

/** Returns a function that shows a message about what was done, with an optional undo. */
export function useToast(): (told: ToastMessage) => void {
  const { tell, want } = use(Here)
  // Loads the list before the first message; pages that use no toasts never load it.
  useEffect(want, [want])
  return tell
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [told, setTold] = useState<readonly ToastMessage[]>([])
  const [wanted, setWanted] = useState(false)
  const tell = useCallback((one: ToastMessage) => setTold((before) => [...before, one]), [])
  const want = useCallback(() => setWanted(true), [])
  const here = useMemo(() => ({ tell, want }), [tell, want])
  return (
    <Here value={here}>
      {children}
      {wanted ? <Shelf told={told} /> : null}
    </Here>
  )
}

function Shelf({ told }: { told: readonly ToastMessage[] }) {
  const parts = useFloatingParts()
  return parts ? <parts.ToastShelf told={told} /> : null
}
