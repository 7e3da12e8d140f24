'use client'
// Part of every page, without a picture: clears the device's storage when another person has signed in on it.
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { settleDevice, watchDevice } from './device-owner'

export function DeviceGuard() {
  const pathname = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: sign-in always leads to another page, so the pathname says when to look again
  useEffect(() => void settleDevice(), [pathname])
  useEffect(watchDevice, [])
  return null
}
