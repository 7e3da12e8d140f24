'use client'
// The server's time as something that re-renders. Call it in the leaf that shows a clock; it must not know what is counted.
import { useEffect, useState } from 'react'

/** The time from `now`, read again every so often, at the same instants on every screen. Rests while the page is hidden. */
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
