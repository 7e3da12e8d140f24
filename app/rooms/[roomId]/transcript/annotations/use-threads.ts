'use client'
// The threads beside a record while its page is open. What others write meanwhile is counted and waits until the reader asks for it, so that
// nothing moves under whoever reads; one's own comments appear at once.
import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod/mini'
import { annotationsPath } from '#paths'
import { MINUTE_MS } from '#simulation/kernel/time'
import { type ShownThread, seenAndOwn, unseenComments, withoutGone } from '#simulation/reading/record/annotations'

const answer = z.strictObject({
  threads: z.array(z.custom<ShownThread>((value) => typeof value === 'object' && value !== null)),
})

/** How often an open page asks what is new; whoever comes back to it asks again, but not sooner than this. */
const LOOK_MS = MINUTE_MS
const AGAIN_MS = 2_000

export type OpenThreads = {
  threads: readonly ShownThread[]
  /** How many comments of others wait. */
  waiting: number
  /** Shows them. */
  show: () => void
  /** Reads them anew after an act of this reader's. */
  reload: () => Promise<void>
}

export function useThreads(roomId: string, start: readonly ShownThread[]): OpenThreads {
  const looked = useRef(0)
  const [{ threads, newest }, set] = useState({ threads: start, newest: start })
  const look = useCallback(
    async (acted: boolean) => {
      looked.current = Date.now()
      const response = await fetch(annotationsPath(roomId)).catch(() => null)
      if (!response?.ok) return
      const { threads: got } = answer.parse(await response.json())
      set((before) => ({
        threads: acted ? seenAndOwn(before.threads, got) : withoutGone(before.threads, got),
        newest: got,
      }))
    },
    [roomId],
  )
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible' && Date.now() - looked.current >= AGAIN_MS) void look(false)
    }
    const looking = setInterval(again, LOOK_MS)
    window.addEventListener('focus', again)
    return () => {
      clearInterval(looking)
      window.removeEventListener('focus', again)
    }
  }, [look])
  return {
    threads,
    waiting: unseenComments(threads, newest),
    show: () => set({ threads: newest, newest }),
    reload: () => look(true),
  }
}
