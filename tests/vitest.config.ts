/** Two suites: rules and screens without a database, and the server on a real one. */
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')
const setupFiles = ['tests/support/quiet-console.ts']

export default defineConfig({
  root,
  test: {
    // Servers that start and clocks that run leave the processor idle half of the time.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: { name: 'simulation', include: ['tests/{rules,screens,planted-bugs}/**/*.test.{ts,tsx}'], setupFiles },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/{server,security,faults}/**/*.test.ts'],
          setupFiles,
          globalSetup: ['tests/support/cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
