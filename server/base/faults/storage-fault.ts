/** Says in one sentence, with the fix, why the data folder takes no writing: each reason has another way out, and none loses anything. */
import { StartFault } from './start-fault'

/** PostgreSQL's own code for a disk that is full. */
const DISK_FULL = '53100'

/** The sentence for an error of the file system or of PostgreSQL; null when the error is of another kind. */
export function storageFault(error: unknown, folder: string): StartFault | null {
  switch (codeOf(error)) {
    case DISK_FULL:
      return new StartFault('The disk of the database is full: make room there and start again; nothing is lost.')
    case 'ENOSPC':
      return new StartFault(
        `The disk on which ${folder} lies is full: make room there and start again; nothing is lost.`,
      )
    case 'EDQUOT':
      return new StartFault(
        `This user’s share of the disk on which ${folder} lies is used up: make room or have the quota raised, and start again; nothing is lost.`,
      )
    case 'EROFS':
      return new StartFault(
        `${folder} lies on a disk that can only be read: mount it for writing and start again, or set DATA_DIR to a folder on another disk if this one was never used.`,
      )
    case 'EACCES':
    case 'EPERM':
      return new StartFault(
        `The data folder ${folder} does not belong to this user: give it to them (chown -R) or start as its owner; set DATA_DIR to another folder only if this one was never used.`,
      )
    default:
      return null
  }
}

/** The reason in the last lines that a program of PostgreSQL has printed; they are never translated, for its locale is C. */
export function storageFaultIn(said: string, folder: string): StartFault | null {
  if (said.includes('No space left on device')) return storageFault({ code: 'ENOSPC' }, folder)
  if (said.includes('Disk quota exceeded')) return storageFault({ code: 'EDQUOT' }, folder)
  if (said.includes('Read-only file system')) return storageFault({ code: 'EROFS' }, folder)
  return null
}

/** The code of the error, or of what caused it. */
function codeOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error) return error.code
  return 'cause' in error ? codeOf(error.cause) : undefined
}
