/** Where each daily backup is copied to, off this machine: the setting BACKUP_COPY. */
import path from 'node:path'
import { z } from 'zod'

/** `given` is the setting as it was written, for sentences. `to` is a folder here, or what the program `rsync` or `rclone` takes as a destination. */
export type CopyPlace = { by: 'folder' | 'rsync' | 'rclone'; to: string; given: string }

const backupCopy =
  'BACKUP_COPY must be a folder of this machine, an rsync target or an rclone remote: set BACKUP_COPY=/mnt/elsewhere/track-two, BACKUP_COPY=user@host:/folder or BACKUP_COPY=remote:bucket/folder, or leave it out.'

/**
 * Null for what is none of the three. A place that begins with a hyphen would be an option of the program, and one with `://` is an address
 * of the web, which neither program takes. Only rsync's target names a user.
 */
function readPlace(given: string): CopyPlace | null {
  if (path.isAbsolute(given)) return { by: 'folder', to: path.normalize(given), given }
  if (/^-|:\/\//.test(given)) return null
  if (/^[\w.-]+@[\w.-]+:/.test(given)) return { by: 'rsync', to: given, given }
  return /^:?[\w. +-]+(?:,[^:]*)?:./.test(given) ? { by: 'rclone', to: given, given } : null
}

/** The setting itself, as environment.ts reads it. */
export const COPY_SETTINGS = {
  BACKUP_COPY: z
    .string()
    .transform(readPlace)
    .refine((place) => place !== null, backupCopy)
    .optional(),
}

/** What is wrong only beside another setting. */
export const copyFaults = (set: Readonly<Record<string, string | undefined>>): string[] =>
  set.BACKUP_COPY !== undefined && set.BACKUP_DIR === 'none'
    ? ['BACKUP_COPY copies the daily backups, and BACKUP_DIR=none makes none: leave one of them out.']
    : []
