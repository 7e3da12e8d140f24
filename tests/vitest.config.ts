/**
 * Two suites: rules and screens without a database, and the server on a real one. Files of rules and screens share the process of
 * their worker, so that what they import is read once; those of the server each have their own. Limits of time follow the pace of the
 * machine.
 */
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { settlePace } from './support/pace.ts'

const root = path.resolve(import.meta.dirname, '..')
const pace = settlePace()
const shared = {
  setupFiles: ['tests/support/quiet-console.ts'],
  pool: 'forks' as const,
  // For giving up on what hangs; what takes long by intention says so itself.
  testTimeout: 120_000 * pace,
  hookTimeout: 120_000 * pace,
}

export default defineConfig({
  root,
  test: {
    // Servers that start and clocks that run leave the processor idle half of the time.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['tests/{rules,screens,planted-bugs}/**/*.test.{ts,tsx}'],
          isolate: false,
          ...shared,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/{server,security,faults}/**/*.test.ts'],
          globalSetup: ['tests/support/cluster.ts'],
          ...shared,
        },
      },
    ],
  },
})
