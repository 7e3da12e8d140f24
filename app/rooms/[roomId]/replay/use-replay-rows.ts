'use client'
// Fetches the rows of a replay and builds its log; every view is a separate request, and so is each delegation that is shown beside others.
import { useCallback, useEffect, useState } from 'react'
import { replayRowsPath } from '#paths'
import { type DelegationId, delegationId } from '#simulation/kernel/ids'
import type { DisplayNames } from '#simulation/wire/protocol'
import { ReplayLog } from './replay-log'
import { replayRows } from './replay-rows'

export type ReplayLoad =
  | { kind: 'loading' }
  | { kind: 'lost' }
  | { kind: 'empty' }
  | { kind: 'here'; log: ReplayLog; displayNames: DisplayNames; as: string; sides: readonly ReplaySide[] }

/** A delegation that is shown beside others, with its own log. */
type ReplaySide = { id: DelegationId; log: ReplayLog }

/** `as` are the delegations whose views are asked for, joined by commas: none for the reader's own, one, or several beside each other. */
export function useReplayRows(roomId: string, as: string): { load: ReplayLoad; again: () => void } {
  const [load, setLoad] = useState<ReplayLoad>({ kind: 'loading' })
  const [asked, ask] = useState(0)
  const again = useCallback(() => ask((before) => before + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: also runs on a retry
  useEffect(() => {
    const stop = new AbortController()
    setLoad({ kind: 'loading' })
    readAll(roomId, as, stop.signal).then(
      (found) => setLoad(found),
      () => stop.signal.aborted || setLoad({ kind: 'lost' }),
    )
    return () => stop.abort()
  }, [roomId, as, asked])
  return { load, again }
}

async function readAll(roomId: string, as: string, signal: AbortSignal): Promise<ReplayLoad> {
  const asked = as === '' ? [] : as.split(',').map((id) => delegationId.parse(id))
  if (asked.length <= 1) return read(roomId, asked[0] ?? null, signal)
  const [own, ...others] = await Promise.all([null, ...asked].map((id) => read(roomId, id, signal)))
  if (own?.kind !== 'here') return own ?? { kind: 'lost' }
  const sides = others.flatMap((one, place): ReplaySide[] => {
    const id = asked[place]
    return one.kind === 'here' && id ? [{ id, log: one.log }] : []
  })
  return sides.length === asked.length ? { ...own, as, sides } : { kind: 'lost' }
}

async function read(roomId: string, as: DelegationId | null, signal: AbortSignal): Promise<ReplayLoad> {
  const answer = await fetch(replayRowsPath(roomId, as), { signal, cache: 'no-store' })
  if (!answer.ok) return { kind: 'lost' }
  const { rows, roll: displayNames } = replayRows.parse(await answer.json())
  const log = ReplayLog.of(rows)
  return log ? { kind: 'here', log, displayNames, as: as ?? '', sides: [] } : { kind: 'empty' }
}
