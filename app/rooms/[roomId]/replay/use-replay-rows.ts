'use client'
// Fetches the rows of a replay and builds its log; every view is a separate request.
import { useCallback, useEffect, useState } from 'react'
import { replayRowsPath } from '#paths'
import type { DelegationId } from '#simulation/kernel/ids'
import type { DisplayNames } from '#simulation/wire/protocol'
import { ReplayLog } from './replay-log'
import { replayRows } from './replay-rows'

export type ReplayLoad =
  | { kind: 'loading' }
  | { kind: 'lost' }
  | { kind: 'empty' }
  | { kind: 'here'; log: ReplayLog; displayNames: DisplayNames; as: DelegationId | null }

export function useReplayRows(roomId: string, as: DelegationId | null): { load: ReplayLoad; again: () => void } {
  const [load, setLoad] = useState<ReplayLoad>({ kind: 'loading' })
  const [asked, ask] = useState(0)
  const again = useCallback(() => ask((before) => before + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: also runs on a retry
  useEffect(() => {
    const stop = new AbortController()
    setLoad({ kind: 'loading' })
    read(roomId, as, stop.signal).then(
      (found) => setLoad(found),
      () => stop.signal.aborted || setLoad({ kind: 'lost' }),
    )
    return () => stop.abort()
  }, [roomId, as, asked])
  return { load, again }
}

async function read(roomId: string, as: DelegationId | null, signal: AbortSignal): Promise<ReplayLoad> {
  const answer = await fetch(replayRowsPath(roomId, as), { signal, cache: 'no-store' })
  if (!answer.ok) return { kind: 'lost' }
  const { rows, roll: displayNames } = replayRows.parse(await answer.json())
  const log = ReplayLog.of(rows)
  return log ? { kind: 'here', log, displayNames, as } : { kind: 'empty' }
}
