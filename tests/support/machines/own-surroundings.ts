/**
 * Gives each file of the server's tests the surroundings that the run began with. Files share the process of their worker, and
 * the settings are read once in a process: without this, a file would go on with the database, the folder and the secret of
 * the one before.
 */
import { afterAll } from 'vitest'

const shared: typeof globalThis & { __trackTwoEnvironment?: unknown } = globalThis
const before = { ...process.env }

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  delete shared.__trackTwoEnvironment
})
