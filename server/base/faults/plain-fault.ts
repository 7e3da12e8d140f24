/**
 * An error whose message is a reason that may stand in the log, where messages of other errors are left out: it holds nothing that anybody
 * wrote, and no name or address of a person. Known by its name, because Next bundles its own copies of this class.
 */
export class PlainFault extends Error {
  override readonly name: string = 'PlainFault'
}

/** A query failed because its line to the database broke or stayed silent, and not by an answer of the database. `cause` says how. */
export class DatabaseLost extends PlainFault {
  override readonly name = 'DatabaseLost'
}

/**
 * What a query over plain pg has failed with, named as a lost line where it is one: the error of a socket does not say whose line it was.
 * An answer of PostgreSQL has a severity, and stays as it is.
 */
export const lostLine = (error: unknown): unknown =>
  error instanceof Error && 'severity' in error
    ? error
    : new DatabaseLost('the line to the database broke', { cause: error })
