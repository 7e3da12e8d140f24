/** The shape of the ids of rows in all tables, for checking ids that come from a URL or a form. */
import { z } from 'zod'

/** Other strings must not reach the database: a NUL character in an id makes PostgreSQL reject the whole query, which may be a batch for many users. */
export const rowId = z.string().regex(/^[\w-]{1,64}$/)

export const isRowId = (given: string): boolean => rowId.safeParse(given).success
