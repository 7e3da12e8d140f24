/** What the operator may read of the live rooms: that something failed and where, never what anybody wrote. */
import pino from 'pino'

const journal = pino({ name: 'live', base: null, redact: ['*.text', '*.command.text', '*.name'] })

/** Notes a fault by its kind. A database's own words about a row would quote the row, so only its code is kept. */
export function complain(what: string, error: unknown, where: Readonly<Record<string, string | number>> = {}): void {
  journal.error({ ...where, fault: kindOf(error) }, what)
}

export function note(what: string, where: Readonly<Record<string, string | number>> = {}): void {
  journal.info(where, what)
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? `:${error.code}` : ''
  const cause = error.cause === undefined ? '' : ` < ${kindOf(error.cause)}`
  const at = code === '' && cause === '' ? ` ${error.stack?.split('\n')[1]?.trim() ?? ''}` : ''
  return `${error.name}${code}${cause}${at}`
}
