/**
 * The audit log: what an owner may have to answer for later. One line of JSON for each in the server's log, and one row in `audit_entry`,
 * which the owner reads at /audit. By ids alone: no text that anybody wrote, no address, no password, no name.
 */
import { AUDITED_BESIDE } from '#simulation/beside/slices'
import { database } from './database'
import { serverName } from './faults/journal'
import { logError, logInfo } from './faults/logger'
import { DatabaseLost } from './faults/plain-fault'

export const AUDITED = [
  'signed-in',
  'sign-in-refused',
  'part-given',
  'part-taken',
  'person-removed',
  'person-admitted',
  'activity-deleted',
  'activity-restored',
  'course-deleted',
  'course-restored',
  'person-erased',
  'record-exported',
  'record-brought',
  'record-link-made',
  'record-link-revoked',
  'record-link-reopened',
  'moment-forked',
  'words-struck',
  'strike-reason-changed',
  'words-put-back',
  'struck-words-read',
  'name-struck',
  'name-put-back',
  'words-redacted',
  'room-mended',
  'backup-restored',
  'acted-for-student',
  'invitation-spent',
  'password-recovered',
  'names-hidden',
  'names-shown',
  'grade-kept',
  'grade-left-out',
  ...AUDITED_BESIDE,
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

/** The rows that are being written. On `globalThis`, because Next bundles its own copies of this module. */
const shared: typeof globalThis & { __trackTwoAudit?: Set<Promise<void>> } = globalThis
shared.__trackTwoAudit ??= new Set()
const writing = shared.__trackTwoAudit

/** A row that takes longer is given up: a database that goes away may never answer. */
const WRITING_MS = 5_000

/**
 * Writes down that this was done. To be called once it is saved, never before. Never throws, and waits for nothing: where the row cannot
 * be written, the line in the log stays.
 */
export function audit({ what, by, to, in: place }: Audited): void {
  logInfo('audit', {
    audit: what,
    by: by ?? 'nobody',
    ...(to === undefined ? {} : { to }),
    ...(place === undefined ? {} : { in: place }),
  })
  const row = keep({ what, by, to, in: place }).finally(() => writing.delete(row))
  writing.add(row)
}

/** Resolves once every row is written, or given up; before the database is let go. */
export async function auditWritten(): Promise<void> {
  await Promise.all(writing)
}

async function keep({ what, by, to, in: place }: Audited): Promise<void> {
  try {
    const row = database().auditEntry.create({ data: { what, by, to, place, server: serverName() } })
    const late = new Promise<never>((_, fail) => {
      setTimeout(() => fail(new DatabaseLost(`no answer for ${WRITING_MS / 1000} s`)), WRITING_MS).unref()
    })
    await Promise.race([row, late])
  } catch (error) {
    logError('an audit line could not be stored, and stands in the log alone', error)
  }
}
