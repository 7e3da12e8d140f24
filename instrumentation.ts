/** Logs each page, action or route that throws. Next calls it, and finds it only in this file at the project's root. */
import type { Instrumentation } from 'next'
import { logError } from '#server/base/faults/logger'

/** Logs the reference that the error page shows. Of the address only the route's pattern: its ids would name a person or room. */
export const onRequestError: Instrumentation.onRequestError = (error, { method }, { routePath, routeType }) =>
  logError('a request failed', error, { reference: referenceOf(error), method, route: routePath, kind: routeType })

const referenceOf = (error: unknown): string =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : 'none'
