/** Brings the search index up to date, and makes the scopes of a chair and of participants. */
import { expect } from 'vitest'
import type { SearchScope } from '#server/store/search/search-scope'
import { openTextIndexer } from '#server/store/search/text-indexer'

export const chairIn = (room: string): SearchScope => ({ roomId: room, viewer: { kind: 'chair' }, unsealed: false })

/** Indexes everything that is recorded by now. */
export async function index(url: string): Promise<void> {
  const faults: unknown[] = []
  const indexer = openTextIndexer(url, (_, error) => faults.push(error))
  await indexer.catchUp()
  await indexer.stop()
  expect(faults).toEqual([])
}
