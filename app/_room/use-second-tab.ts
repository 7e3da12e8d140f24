'use client'
// Whether this room is in use in another tab of the browser. Both stay current, but they share the drafts of the device, so the reader is
// told in which tab they are writing.
import { useCallback, useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'

const message = z.strictObject({ tab: z.string(), uses: z.literal(true) })

export function useSecondTab(roomId: string): { elsewhere: boolean; useHere: () => void } {
  const [elsewhere, setElsewhere] = useState(false)
  const channel = useRef<BroadcastChannel | null>(null)
  const tab = useRef('')
  const useHere = useCallback(() => {
    setElsewhere(false)
    channel.current?.postMessage({ tab: tab.current, uses: true })
  }, [])
  useEffect(() => {
    if (!('BroadcastChannel' in window)) return
    tab.current = String(Math.random())
    const open = new BroadcastChannel(`track-two/${roomId}`)
    channel.current = open
    open.onmessage = (event: MessageEvent<unknown>) => {
      const heard = message.safeParse(event.data)
      if (heard.success && heard.data.tab !== tab.current) setElsewhere(true)
    }
    // The tab opened last is the one in use.
    open.postMessage({ tab: tab.current, uses: true })
    return () => {
      open.close()
      channel.current = null
    }
  }, [roomId])
  return { elsewhere, useHere }
}
