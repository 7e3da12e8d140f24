// The statement that somebody had begun at a table goes along with them to the one to which the chair moves them: at the old one nobody opens
// its page again, and there the words would never be seen.
import { statementDraft } from '#simulation/wire/draft-forms'
import { STATEMENT_DRAFT } from '#simulation/wire/draft-key'
import { KEPT } from '../../_device/kept-prefix'
import { keptKey } from '../hooks/use-local-storage'

/** Whether words were there to take along. What was begun at the new table already stays as it is. */
export function carryStatement(from: string, to: string, device: Storage): boolean {
  const keys = Array.from({ length: device.length }, (_, place) => device.key(place) ?? '')
  const person = keys.flatMap((key) => personOf(key, from) ?? [])[0]
  if (person === undefined) return false
  const keyAt = (roomId: string) => keptKey({ roomId, person }, STATEMENT_DRAFT)
  const [key, next] = [keyAt(from), keyAt(to)]
  const begun = read(device.getItem(key))
  if (!begun || begun.text.trim() === '' || read(device.getItem(next))?.text) return false
  // An entry that it was to answer has its number at the old table alone.
  device.setItem(next, JSON.stringify({ ...begun, answers: null }))
  device.removeItem(key)
  return true
}

/** Whose statement this key holds at that table; null for any other key. */
function personOf(key: string, room: string): string | null {
  const [, at, person, ...what] = key.startsWith(KEPT) ? key.split('/') : []
  return at === room && what.join('/') === STATEMENT_DRAFT && person ? person : null
}

function read(text: string | null) {
  try {
    return text === null ? null : (statementDraft.safeParse(JSON.parse(text)).data ?? null)
  } catch {
    return null // no page of ours wrote this
  }
}
