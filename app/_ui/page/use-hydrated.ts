'use client'
// Whether the page is the browser's by now. A field that is filled from the device is drawn from then on: the server does not know its words.
import { useSyncExternalStore } from 'react'

const never = () => () => undefined

export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
