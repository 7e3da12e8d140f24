/** Says in one plain sentence, with the fix, why a command of the operator's could not be carried out: never the raw text of a library. */
import path from 'node:path'
import { EnvironmentFault } from '../base/environment'
import { faultName, linksOf } from '../base/faults/fault-name'
import { PlainFault } from '../base/faults/plain-fault'
import { StartFault } from '../base/faults/start-fault'
import { Refusal } from './refusal'

/** The sentence for whatever was thrown; `place` is the file or folder that the command works on where the error names none. */
export function commandFault(error: unknown, place: string): string {
  if (error instanceof Refusal || error instanceof StartFault || error instanceof EnvironmentFault) return error.message
  const file = fileOf(error) ?? place
  for (const { name, code } of linksOf(error)) {
    const sentence = ofDatabase(code ?? name) ?? ofDatabase(name) ?? ofFile(code ?? '', file)
    if (sentence) return sentence
  }
  if (error instanceof PlainFault) return error.message
  return `It could not be done, for a reason that this program does not know (${faultName(error)}): npm run admin -- doctor looks the house over. If it says nothing, report this line.`
}

/** What PostgreSQL, Prisma and the line to the database say, by code; null for everything else. */
function ofDatabase(code: string): string | null {
  switch (code) {
    case '53100':
      return 'The disk of the database is full: make room there and run this again; nothing was changed.'
    case '53300':
    case 'TooManyConnections':
      return 'PostgreSQL gives no further connection: raise max_connections, or end a program that holds some, and run this again.'
    case '25006':
      return 'The database can only be read, as a standby can: name the one that writes in DATABASE_URL.'
    case '42501':
      return 'The role in DATABASE_URL may not do this: let it own the database (server/ops/deploy/database.sql makes such a role).'
    case '42P01':
    case '42703':
    case 'P2021':
    case 'P2022':
      return 'The database has not the tables of this version: start the server once, which makes them, and run this again.'
    case '40001':
    case '40P01':
    case '55P03':
    case '57014':
    case 'P2024':
    case 'P2028':
    case 'P2034':
      return 'The database was too busy and took this back: run it again.'
    case 'P1001':
    case 'P1002':
    case 'P1008':
    case 'P1017':
    case '57P01':
    case '57P02':
    case '57P03':
    case 'DatabaseNotReachable':
    case 'DatabaseLost':
    case 'ConnectionClosed':
    case 'SocketTimeout':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ETIMEDOUT':
      return 'The database does not answer any more: see whether it runs, look whether this was done, and run it again if not.'
    default:
      return null
  }
}

/** What the file system and the reader of a packed file say, by code; null for everything else. */
function ofFile(code: string, file: string): string | null {
  switch (code) {
    case 'ENOSPC':
      return `The disk on which ${file} lies is full: make room there and run this again; nothing was changed.`
    case 'EDQUOT':
      return `This user’s share of the disk on which ${file} lies is used up: make room or have the quota raised, and run this again.`
    case 'EROFS':
      return `${file} lies on a disk that can only be read: name a file on another disk, or mount it for writing.`
    case 'EACCES':
    case 'EPERM':
      return `This user may not read or write ${file}: run this as its owner, or name another file.`
    case 'ENOENT':
      return `There is no file ${file}.`
    case 'EISDIR':
      return `${file} is a folder: name a file in it.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path.dirname(file)} is no folder: name a file in one.`
    case 'ENAMETOOLONG':
      return 'The name of that file is too long: name a shorter one.'
    case 'EIO':
      return `The disk on which ${file} lies fails: bring what it holds to another one.`
    default:
      return code.startsWith('Z_')
        ? `${file} is damaged and cannot be read: take another backup; nothing was changed.`
        : null
  }
}

const fileOf = (error: unknown): string | null =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null
