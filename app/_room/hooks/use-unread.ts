'use client'
// How far each private conversation has been read on this device.
import { useCallback, useEffect, useMemo } from 'react'
import * as z from 'zod/mini'
import { caucusMessages, talkKey, talksOf, unreadIn } from '#simulation/reading/talk/caucus-talk'
import type { SeatView } from '../link/seat-view'
import { useLocalStorage } from './use-local-storage'

const readUpTo = z.record(z.string(), z.number())
const NOTHING: z.infer<typeof readUpTo> = {}

export type Unread = { counts: Readonly<Record<string, number>>; total: number; read: (key: string) => void }

export function useUnread({ state, roomId, person, seat, delegation }: SeatView): Unread {
  const [upTo, setUpTo] = useLocalStorage({ roomId, person }, 'read', readUpTo, NOTHING)
  const { privateEntries } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines change with the private entries alone
  const talks = useMemo(
    () =>
      (delegation === null ? [] : talksOf(state.plan, delegation)).map((talk) => ({
        key: talkKey(talk),
        lines: caucusMessages(state, talk),
      })),
    [privateEntries, delegation],
  )
  const counts = Object.fromEntries(talks.map(({ key, lines }) => [key, unreadIn(lines, seat.id, upTo[key] ?? 0)]))
  const read = useCallback(
    (key: string) => {
      const last = talks.find((talk) => talk.key === key)?.lines.at(-1)?.seq ?? 0
      if (last > (upTo[key] ?? 0)) setUpTo({ ...upTo, [key]: last })
    },
    [talks, upTo, setUpTo],
  )
  return { counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0), read }
}

/** Marks a conversation as read while it is on screen. */
export function useReading(unread: Unread, key: string): void {
  const { counts, read } = unread
  const waits = (counts[key] ?? 0) > 0
  useEffect(() => {
    if (!waits) return
    const seen = () => {
      if (document.visibilityState === 'visible') read(key)
    }
    seen()
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [waits, read, key])
}
