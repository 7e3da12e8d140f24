// What is stored and what is sent has a version: a schema that changes without a new one is found here.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { PHASE_KINDS } from '#simulation/agenda/phase-kinds'
import { ROOM_VERSION, SCENARIO_VERSION } from '#simulation/engine/versions'
import { scenario } from '#simulation/scenario/scenario'
import { recorded } from '#simulation/shapes/record'
import * as protocol from '#simulation/wire/protocol'
import * as watching from '#simulation/wire/watching'

const FILE = 'tests/corpus/schemas.json'
const frozen = z
  .record(z.enum(['row', 'scenario', 'wire']), z.record(z.string(), z.string()))
  .parse(JSON.parse(readFileSync(FILE, 'utf8')))

/** Of what is read, and not of what a transform makes of it. */
const hashOf = (...schemas: z.core.$ZodType[]): string => {
  const json = schemas.map((schema) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  return createHash('sha256').update(JSON.stringify(json)).digest('hex').slice(0, 16)
}
const wire = Object.entries({ ...protocol, ...watching }).flatMap(([, value]) =>
  value instanceof z.core.$ZodType ? [value] : [],
)

test.each([
  {
    what: 'row' as const,
    version: ROOM_VERSION,
    hash: hashOf(recorded),
    raise: 'freeze the logs of today (tests/corpus/make.ts), raise ROOM_VERSION and add its lift',
  },
  {
    what: 'scenario' as const,
    version: SCENARIO_VERSION,
    hash: hashOf(scenario),
    raise: 'raise SCENARIO_VERSION and add its lift',
  },
  { what: 'wire' as const, version: protocol.PROTOCOL, hash: hashOf(...wire), raise: 'raise PROTOCOL' },
])('the schema of a $what is that of its version', ({ what, version, hash, raise }) => {
  expect(
    hash,
    `If a schema has changed (docs/architecture.md, What is stored): ${raise}, and write the new version and this hash into ${FILE}.`,
  ).toBe(frozen[what][version])
})

test('events, kinds of phases and the fields of the plan stand in the schema of a row', () => {
  const text = JSON.stringify(z.toJSONSchema(recorded, { io: 'input', unrepresentable: 'any' }))
  for (const part of [...PHASE_KINDS, 'StatementMade', 'agendaKey', 'seating']) expect(text).toContain(`"${part}"`)
})
