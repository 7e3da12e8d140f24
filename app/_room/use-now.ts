'use client'
// The server's time as React state. Call it in the smallest component that shows it, which re-renders on every tick.
import { useEffect, useState } from 'react'

/** The time from `now`, read every `everyMs` milliseconds at multiples of it, so that all screens tick together. */
export function useNow(now: () => number, everyMs = 250): number {
  const [time, setTime] = useState(now)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      clearTimeout(timer)
      const read = now()
      setTime(read)
      if (document.visibilityState === 'visible') timer = setTimeout(tick, everyMs - (read % everyMs) + 1)
    }
    tick()
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [now, everyMs])
  return time
}
