'use client'
// The time zone of this device; null on the server and until the page is hydrated.
import { useSyncExternalStore } from 'react'
import { deviceZone } from '#format/zones'

const never = () => () => undefined

export const useReaderZone = (): string | null => useSyncExternalStore(never, deviceZone, () => null)
