'use client'
// Stands on every page, unseen: sees to it that a device which has changed hands keeps nothing of the person before.
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { settleDevice, watchDevice } from './device-owner'

export function DeviceGuard() {
  const pathname = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever signs in is led to another page
  useEffect(() => void settleDevice(), [pathname])
  useEffect(watchDevice, [])
  return null
}
