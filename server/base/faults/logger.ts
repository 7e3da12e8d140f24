/** The server's log, for its operator: what happened and where. Texts, names and addresses of people are kept out of it. */
import { countFault } from './fault-counts'
import { faultName, placesOf } from './fault-name'
import { journal } from './journal'
import { failed, goneBy } from './outage'

type Where = Readonly<Record<string, string | number>>

/**
 * Logs an error by its kind, its codes and what may be told of its reason, never by its message: PostgreSQL's messages quote the row, which is
 * what people wrote. An error which says that the database or its disk is gone is counted with that outage, which has one line for all
 * of them; only where a page shows a reference, that is found in a warning as well.
 */
export function logError(what: string, error: unknown, where: Where = {}): void {
  const gone = goneBy(error)
  const line = { ...where, ...(error === null ? {} : { fault: faultName(error), at: placesOf(error) }) }
  if (gone === null) {
    countFault(what)
    journal.error(line, what)
  } else {
    failed(gone, error, { during: what })
    if ('reference' in where) journal.warn(line, what)
  }
}

/** Logs what an operator should know of, and what is no fault of the server. */
export function logWarning(what: string, where: Where = {}): void {
  journal.warn(where, what)
}

export function logInfo(what: string, where: Where = {}): void {
  journal.info(where, what)
}
