'use client'
// Where a form on a phone puts its own button: in the dock, so that it is under the thumb however long the form is. In a wider window the
// button stands in the form.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './dock-slot.module.css'

type Slot = { place: HTMLElement | null; setPlace: (place: HTMLElement | null) => void }
const SlotContext = createContext<Slot | null>(null)

/** Around a page and its dock, which is elsewhere in the document. */
export function WithDockSlot({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const slot = useMemo(() => ({ place, setPlace }), [place])
  return <SlotContext value={slot}>{children}</SlotContext>
}

/** The place in the dock. */
export function DockSlot() {
  return <div ref={useContext(SlotContext)?.setPlace} className={styles.slot} />
}

/** What a form asks to be pressed: in the dock where the page has one, else here. */
export function Docked({ children }: { children: ReactNode }) {
  const place = useContext(SlotContext)?.place ?? null
  return place === null ? children : createPortal(children, place)
}
