// The version numbers of stored formats, and the lifts that turn an older one into today's when it is read, so that logs of every
// earlier server keep opening. Rows sent to a browser are always of today's format.

import { type Recorded, recorded } from '../shapes/record'
import { liftScenarioToCards } from './lift-to-cards'
import { liftScenarioToFacts } from './lift-to-facts'
import { liftRow, liftScenario } from './lift-to-parties'
import { liftRowToVersions } from './lift-to-versions'
import { MadeByNewer } from './made-by-newer'

/** Turns what version n wrote into what version n + 1 would have written. What it does not know it returns unchanged. */
export type Lift = (older: unknown) => unknown

/** A stored format: `lifts[n]` lifts version n to n + 1. Data without a version number is version 1. */
export type StoredFormat = { name: string; version: number; lifts: Readonly<Record<number, Lift>> }

/**
 * The version of a row: of its own fields, of every event, and of the plan inside `RoomOpened`. To change one of them: freeze today's
 * logs (`tests/corpus/make.ts`), raise this number and `PROTOCOL` (`wire/protocol.ts`), and add the lift. A change of the *rules* is no version: it goes into the plan's `edition`, so that a room goes on by the rules it was opened
 * with and its replay is judged by them (R10).
 */
export const ROOM_VERSION = 6
/** Version 6 gave the joint text versions (lift-to-versions.ts). Versions 3 to 5 added events and optional fields alone, so that a row of before is read as it stands; a server of before refuses the new ones. */
export const ROWS: StoredFormat = {
  name: 'room',
  version: ROOM_VERSION,
  lifts: { 1: liftRow, 2: (row) => row, 3: (row) => row, 4: (row) => row, 5: liftRowToVersions },
}

/** The version of the copy of its scenario that an activity stores. */
export const SCENARIO_VERSION = 5
export const SCENARIOS: StoredFormat = {
  name: 'scenario',
  version: SCENARIO_VERSION,
  // Version 4 added optional fields alone.
  lifts: { 1: liftScenario, 2: liftScenarioToFacts, 3: (scenario) => scenario, 4: liftScenarioToCards },
}

/** What `version` wrote, in today's format, not yet validated. */
export function lift(shape: StoredFormat, version: number, json: unknown): unknown {
  if (version > shape.version) throw new MadeByNewer(shape.name, version, shape.version)
  let lifted = json
  for (let at = version; at < shape.version; at += 1) {
    const step = shape.lifts[at]
    if (!step) throw new Error(`Nothing lifts a ${shape.name} from version ${at}.`)
    lifted = step(lifted)
  }
  return lifted
}

/** A stored row, lifted and validated; `schema` may be a compiled form of `recorded`. */
export const readRow = (version: number, row: unknown, schema = recorded): Recorded =>
  schema.parse(lift(ROWS, version, row))
