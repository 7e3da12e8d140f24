'use client'
// The entries of a long record: the page comes with the first of them, and the rest is fetched.
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import type { Beside, RecordEntries } from '#simulation/reading/record/record-page'
import type { Section } from '#simulation/reading/record/sections'

/** Of this page's own server, like its properties, so only the envelope is checked. */
const isObject = (value: unknown) => typeof value === 'object' && value !== null
const answer = z.strictObject({
  sections: z.array(z.custom<Section>(isObject)),
  beside: z.record(z.string(), z.custom<Beside>(isObject)),
})

/** Whether the rest is there, on its way, or could not be had; `again` tries once more. */
export type Fetching = 'done' | 'under-way' | { failed: string | null; again: () => void }

/**
 * `rest` is the address of all entries; null where `start` holds all. When the page is drawn anew, as after a note was saved, the entries that
 * were fetched before stay until the new ones are here.
 */
export function useEntries(
  { sections, beside }: RecordEntries,
  rest: string | null,
): RecordEntries & { fetching: Fetching } {
  const [tries, setTries] = useState(0)
  const [whole, setWhole] = useState<{ rest: string; entries: RecordEntries } | null>(null)
  const [failed, setFailed] = useState<string | null | undefined>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page drawn anew, and another try, fetch the same address again
  useEffect(() => {
    if (rest === null) return
    const leaving = new AbortController()
    setFailed(undefined)
    fetchEntries(rest, leaving.signal).then(
      (got) => (typeof got === 'string' ? setFailed(got) : setWhole({ rest, entries: got })),
      () => leaving.signal.aborted || setFailed(null),
    )
    return () => leaving.abort()
  }, [rest, sections, tries])
  if (rest === null) return { sections, beside, fetching: 'done' }
  if (whole?.rest === rest) return { ...whole.entries, fetching: 'done' }
  const fetching = failed === undefined ? 'under-way' : { failed, again: () => setTries(tries + 1) }
  return { sections, beside, fetching }
}

/** The entries, or the sentence with which the server refuses them. */
async function fetchEntries(address: string, signal: AbortSignal): Promise<RecordEntries | string> {
  const response = await fetch(address, { signal })
  if (response.ok) return answer.parse(await response.json())
  if (response.headers.get('content-type')?.startsWith('text/plain')) return (await response.text()).trim()
  throw new Error('The rest of a record could not be fetched.')
}
