'use client'
// The time zone this reader's device is set to; null until the page runs on it. It must not know what is shown in it.
import { useSyncExternalStore } from 'react'

const never = () => () => undefined
const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

export const useReaderZone = (): string | null => useSyncExternalStore(never, zoneHere, () => null)
