/** The header in which a page's router says what it shows already; Next answers one that it cannot read with a fault of the server. */
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import type { Refusal } from '../refusal'

const HEADER = 'next-router-state-tree'

/** Null where Next can read the header, or there is none. Told otherwise, the router loads the whole page. */
export function routerStateRefusal(headers: NodeJS.Dict<string | string[]>): Refusal | null {
  try {
    // Next's own check, so that the two never differ.
    parseAndValidateFlightRouterState(headers[HEADER])
    return null
  } catch {
    return UNREADABLE
  }
}

const UNREADABLE: Refusal = {
  status: 400,
  sentence: `The header ${HEADER} of this request could not be read. Load the page again.`,
}
