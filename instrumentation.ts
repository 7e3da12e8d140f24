/** What Next calls when a page, an action or a route fails; it looks for this file here and nowhere else. */
import type { Instrumentation } from 'next'
import { complain } from '#server/ops/logger'

/** The page that the reader is shown says the same reference. Of the address only its pattern is written: an id is somebody's. */
export const onRequestError: Instrumentation.onRequestError = (error, { method }, { routePath, routeType }) =>
  complain('a request failed', error, { reference: referenceOf(error), method, route: routePath, kind: routeType })

const referenceOf = (error: unknown): string =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : 'none'
