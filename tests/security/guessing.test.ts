/** Guessing at what is secret: codes at the door, personal links, session cookies. */
import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { missedAtDoor, waitAtDoor } from '#server/attempts'
import { settleSecret } from '#server/environment'
import { whoIs } from '#server/identity'
import { drawCode } from '#server/store/codes'
import { closeDoor, readOpenDoor } from '#server/store/door'
import { findLink } from '#server/store/personal-links'
import { type Class, givenClass, SECRET } from '../server/live/given-classroom'
import { useFreshDatabase } from '../support/database'

useFreshDatabase()
beforeAll(() => {
  settleSecret(SECRET)
})

const whole = Boolean(process.env.SECURITY_LONG)
const GUESSES = whole ? 100_000 : 2_000

test(`${GUESSES} guesses open no door`, { timeout: 900_000 }, async () => {
  const classes: Class[] = []
  for (let made = 0; made < 8; made += 1) classes.push(await givenClass())
  for (const { activityId } of classes.slice(4)) await closeDoor(activityId)
  const open = new Set(classes.slice(0, 4).map(({ code }) => code))
  let found = 0
  let meant = 0
  for (let sent = 0; sent < GUESSES; sent += 500) {
    const codes = Array.from({ length: 500 }, drawCode)
    const answers = await Promise.all(codes.map((code) => readOpenDoor(code)))
    found += answers.filter((answer) => answer !== null).length
    meant += codes.filter((code) => open.has(code)).length
  }
  process.stdout.write(`guessing: ${GUESSES} codes, ${found} doors\n`)
  // 23⁶ codes and four open doors: of four hundred long runs one would find a door.
  expect(found).toBe(meant)
  expect(found).toBeLessThanOrEqual(1)
  expect(await readOpenDoor(classes[0]?.code ?? '')).not.toBeNull()
})

describe('the door', () => {
  const STUDENTS = whole ? 60 : 24
  const comesIn = async (address: string, students: number) =>
    (await Promise.all(Array.from({ length: students }, () => waitAtDoor(address)))).filter(Boolean).length

  test('lets sixty students behind one address come through together', async () => {
    expect(await comesIn('198.51.100.6', 60)).toBe(60)
  })

  test(`slows whoever misses often to five guesses a second, and ${STUDENTS} students behind the same address still come in`, async () => {
    const address = '198.51.100.7'
    for (let miss = 0; miss < 31; miss += 1) await missedAtDoor(address)
    const from = performance.now()
    const other = comesIn('198.51.100.8', 20).then(() => performance.now() - from)
    expect(await comesIn(address, STUDENTS)).toBe(STUDENTS)
    const took = performance.now() - from
    // Five at once, and then five in each second after: the last has waited for all the others.
    expect(took).toBeGreaterThan((STUDENTS / 5 - 2) * 1_000)
    expect(await other).toBeLessThan(took)
  })
})

test('no made-up link and no made-up cookie is anybody', async () => {
  for (let sent = 0; sent < 200; sent += 1) {
    const made = randomBytes(32).toString('base64url')
    expect(await findLink(made)).toBeNull()
    expect(await whoIs({ cookie: `track-two=${made}.${made}.${made}` })).toBeNull()
  }
})
