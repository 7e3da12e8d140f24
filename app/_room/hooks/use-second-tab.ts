'use client'
// Whether this room is in use in another tab of the browser. Both stay current, but they share the drafts of the device, so the reader is
// told in which tab they are writing. A tab that is closed or left says so, and the others stop telling of it.
import { useCallback, useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'

const message = z.strictObject({ tab: z.string(), says: z.enum(['uses', 'leaves']) })
type Says = z.infer<typeof message>['says']

export function useSecondTab(roomId: string): { elsewhere: boolean; useHere: () => void } {
  const [others, setOthers] = useState<readonly string[]>([])
  const say = useRef<(what: Says) => void>(() => undefined)
  const useHere = useCallback(() => {
    setOthers([])
    say.current('uses')
  }, [])
  useEffect(() => {
    if (!('BroadcastChannel' in window)) return
    const tab = String(Math.random())
    const open = new BroadcastChannel(`track-two/${roomId}`)
    const tell = (says: Says) => open.postMessage({ tab, says })
    say.current = tell
    open.onmessage = (event: MessageEvent<unknown>) => {
      const heard = message.safeParse(event.data)
      if (!heard.success || heard.data.tab === tab) return
      const { tab: other, says } = heard.data
      setOthers((all) => [...all.filter((each) => each !== other), ...(says === 'uses' ? [other] : [])])
    }
    const leave = () => tell('leaves')
    // A page that comes back from the browser's cache is in use again.
    const back = ({ persisted }: PageTransitionEvent) => {
      if (persisted) tell('uses')
    }
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', back)
    // The tab opened last is the one in use.
    tell('uses')
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', back)
      leave()
      open.close()
      say.current = () => undefined
    }
  }, [roomId])
  return { elsewhere: others.length > 0, useHere }
}
