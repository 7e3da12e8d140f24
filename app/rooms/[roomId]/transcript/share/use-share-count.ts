'use client'
// How much of a record goes to a reader, as the server counts it from the rows that they would hear.
import { useEffect, useState } from 'react'
import { exportPath } from '#paths'
import { type ShareCount, shareCount } from '#simulation/reading/log/share-count'

/** `count` is null while it is on its way; `failed` is the server's sentence, or empty where it said none. */
export type Counted = { count: ShareCount | null; failed: string | null }

export function useShareCount(roomId: string, reader: string, query: string): Counted {
  const [got, setGot] = useState<Counted & { of: string }>({ of: '', count: null, failed: null })
  const address = exportPath(roomId, 'count', reader, query)
  useEffect(() => {
    const leaving = new AbortController()
    fetchCount(address, leaving.signal).then(
      (answer) => setGot({ of: address, ...answer }),
      () => leaving.signal.aborted || setGot({ of: address, count: null, failed: '' }),
    )
    return () => leaving.abort()
  }, [address])
  return got.of === address ? got : { count: null, failed: null }
}

async function fetchCount(address: string, signal: AbortSignal): Promise<Counted> {
  const response = await fetch(address, { signal })
  if (response.ok) return { count: shareCount.parse(await response.json()), failed: null }
  const isSentence = response.headers.get('content-type')?.startsWith('text/plain')
  return { count: null, failed: isSentence ? (await response.text()).trim() : '' }
}
