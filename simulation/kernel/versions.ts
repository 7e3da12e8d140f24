// The versions of what is stored, and how an older shape is lifted to today's when it is read: a log outlives the rules that wrote it.
// It must not know where a thing is kept. What is told over the wire is always today's shape, so a browser has no use for this file.

import { liftRow, liftScenario } from './lift-to-parties'
import { MadeByNewer } from './made-by-newer'
import { type Recorded, recorded } from './record'

/** One step: what version n wrote, as version n + 1 would have written it. It looks for what it changes and passes the rest on. */
export type Lift = (older: unknown) => unknown

/** `lifts[n]` lifts version n to n + 1; everything written before there were versions is version 1. */
export type StoredFormat = { name: string; version: number; lifts: Readonly<Record<number, Lift>> }

/**
 * The version of rows: of what stands in a row beside its number, of every event, and of the plan inside `RoomOpened`. Whoever changes
 * one of them raises this, adds the lift, freezes today's logs first (`tests/corpus/make.ts`), and says in `wire/protocol.ts` from which
 * version on a page can read what is written now.
 * What the *rules* do otherwise from some day on is no version: it stands in the plan as its `edition`, so that a room goes on by the
 * rules it was opened with, and its record is judged by them (R10).
 */
export const ROOM_VERSION = 2
export const ROWS: StoredFormat = { name: 'room', version: ROOM_VERSION, lifts: { 1: liftRow } }

/** The version of the scenario that an activity keeps as its own copy. */
export const SCENARIO_VERSION = 2
export const SCENARIOS: StoredFormat = { name: 'scenario', version: SCENARIO_VERSION, lifts: { 1: liftScenario } }

/** What `version` wrote, in the shape of today; it is not checked yet. */
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

/** A row as it was stored under a version. */
export const readRow = (version: number, row: unknown): Recorded => recorded.parse(lift(ROWS, version, row))
