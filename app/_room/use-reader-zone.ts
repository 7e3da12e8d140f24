'use client'
// The time zone this reader's device is set to; null until the page runs on it. It must not know what is shown in it.
import { useSyncExternalStore } from 'react'
import { deviceZone } from '#format/zones'

const never = () => () => undefined

export const useReaderZone = (): string | null => useSyncExternalStore(never, deviceZone, () => null)
