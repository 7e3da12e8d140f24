/**
 * The audit log: what an owner may have to answer for later. One line of JSON for each, in the server's log, by ids alone: no text that
 * anybody wrote, no address, no password, no name.
 */
import { logInfo } from './logger'

export const AUDITED = [
  'signed-in',
  'sign-in-refused',
  'part-given',
  'part-taken',
  'person-removed',
  'person-admitted',
  'activity-deleted',
  'activity-restored',
  'person-erased',
  'record-exported',
  'record-brought',
  'words-struck',
  'words-put-back',
  'struck-words-read',
  'words-redacted',
  'room-mended',
  'backup-restored',
  'acted-for-student',
  'invitation-spent',
] as const

export type Audited = {
  what: (typeof AUDITED)[number]
  /** The id of the account that did it; null where nobody was signed in, and for the operator's commands. */
  by: string | null
  /** The id of whom or what it was done to. */
  to?: string
  /** The course or activity in which it was done, by id. */
  in?: string
}

/** Writes down that this was done. To be called once it is saved, never before. */
export function audit({ what, by, to, in: place }: Audited): void {
  logInfo('audit', {
    audit: what,
    by: by ?? 'nobody',
    ...(to === undefined ? {} : { to }),
    ...(place === undefined ? {} : { in: place }),
  })
}
