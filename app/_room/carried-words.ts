// The statement that somebody had begun at a table goes along with them to the one to which the chair moves them: at the old one nobody opens
// its page again, and there the words would never be seen.
import type { RoomId } from '#simulation/kernel/ids'
import { STATEMENT_DRAFT } from '#simulation/wire/draft-key'
import { KEPT } from '../_device/device-storage'
import { statementDraft } from './statement-draft'

/** Whether words were there to take along. What was begun at the new table already stays as it is. */
export function carryStatement(from: RoomId, to: RoomId, device: Storage): boolean {
  const [start, end] = [`${KEPT}${from}/`, `/${STATEMENT_DRAFT}`]
  const key = Array.from({ length: device.length }, (_, place) => device.key(place) ?? '').find(
    (each) => each.startsWith(start) && each.endsWith(end),
  )
  if (key === undefined) return false
  const begun = read(device.getItem(key))
  const next = `${KEPT}${to}/${key.slice(start.length)}`
  if (!begun || begun.text.trim() === '' || read(device.getItem(next))?.text) return false
  // An entry that it was to answer has its number at the old table alone.
  device.setItem(next, JSON.stringify({ ...begun, answers: null }))
  device.removeItem(key)
  return true
}

function read(text: string | null) {
  try {
    return text === null ? null : (statementDraft.safeParse(JSON.parse(text)).data ?? null)
  } catch {
    return null // no page of ours wrote this
  }
}
