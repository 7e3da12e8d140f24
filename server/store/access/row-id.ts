/** The one shape of an id of a row, as it may come from an address or a form. It knows no table. */
import { z } from 'zod'

/** Anything else names no row: a database that is asked for a name it cannot hold answers with a fault, and not only to whoever asked. */
export const rowId = z.string().regex(/^[\w-]{1,64}$/)

export const isRowId = (given: string): boolean => rowId.safeParse(given).success
