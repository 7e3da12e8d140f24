/** What an erasure takes away beside the log, whether or not the server has switched it off; erasure and its report ask here, and name no feature. */
import type { SliceKey } from '#simulation/beside/slices'
import type { Database } from '../../base/database'
import type { ErasedBeside, ErasedPerson } from './kind/stored-beside'
import { STORED } from './slices'

export type RemovedBeside = { readonly [Key in SliceKey]?: number }

/** To be read before the person's rows go; `forget` takes away the rest afterwards. */
export async function readErasedBeside(on: Database, person: ErasedPerson) {
  const found: (ErasedBeside & { key: SliceKey })[] = []
  for (const { key, erases } of STORED) if (erases) found.push({ key, ...(await erases.read(on, person)) })
  const removed: RemovedBeside = Object.fromEntries(found.map((one) => [one.key, one.removed]))
  return {
    removed,
    unread: found.flatMap(({ unread = [] }) => unread),
    forget: async () => {
      for (const { forget } of found) await forget?.()
    },
  }
}

/** Names one of the staff nowhere beside the log any more. */
export async function forgetStaffBeside(on: Database, userId: string, nobody: string): Promise<void> {
  for (const { forgetsStaff } of STORED) await forgetsStaff?.(on, userId, nobody)
}

/** What an operator is told was taken away, one line for each. */
export const erasedLines = (removed: RemovedBeside): string[] =>
  STORED.flatMap(({ key, erases }) => {
    const many = removed[key] ?? 0
    return erases && many > 0 ? [erases.told(many)] : []
  })
