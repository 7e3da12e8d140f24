/**
 * Two projects: rules and screens without a database, and the server on a real one. Files share their worker's process, so that imports
 * load once: what a file changes in it, it puts back. Timeouts follow the machine's pace.
 */
import path from 'node:path'
import { defineConfig, type Plugin } from 'vitest/config'
import { FOR_RELEASE } from './support/chosen-tests.ts'
import { isShortRun } from './support/machines/lane.ts'
import { LongestFirst } from './support/machines/longest-first.ts'
import { settlePace } from './support/pace.ts'

/** Whoever names a file for a release gets it. */
const leavesRelease = process.env.WITHOUT_RELEASE === '1'
const root = path.resolve(import.meta.dirname, '..')
const pace = settlePace()
/** `REACT=development` hears what the development builds of React and of the messages' library say. */
const isHeard = process.env.REACT === 'development'
/** The development build of the messages' library draws each page more slowly. Vitest adds its condition to those of a project. */
const asAClassGetsThem: Plugin = {
  name: 'as-a-class-gets-them',
  configResolved({ ssr }) {
    const conditions = ssr.resolve?.conditions ?? []
    // In place: what loads the files holds this very list.
    conditions.splice(0, Infinity, ...conditions.filter((each) => each !== 'development|production'))
  },
}
/** The production build takes messages that were read before; this is what reads them, and finds the one that cannot be read. */
const reader = 'node_modules/use-intl/dist/esm/development/format-message/index.js'
const shared = {
  setupFiles: ['tests/support/quiet-console.ts', 'tests/support/stories/drawn-cases.ts'],
  pool: 'forks' as const,
  isolate: false,
  // A limit for hanging tests; long tests set their own.
  testTimeout: 120_000 * pace,
  hookTimeout: 120_000 * pace,
}

export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', development: false } },
        test: {
          name: 'simulation',
          include: ['tests/{rules,screens,planted-bugs}/**/*.test.{ts,tsx}'],
          ...shared,
          // Rules wait for nothing: another worker loads everything, and tells every story, once more. In the short run the build fills the second
          // processor. The command line cannot say so: a project goes by its own.
          maxWorkers: isShortRun ? 1 : 2,
          // Screens are drawn by the React that a class gets, in half the time.
          env: { NODE_ENV: isHeard ? 'development' : 'production' },
          server: { deps: { inline: ['use-intl', 'next-intl'] } },
          alias: isHeard ? {} : { 'use-intl/format-message': path.join(root, reader) },
        },
        plugins: isHeard ? [] : [asAClassGetsThem],
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/{cluster,server,security,faults}/**/*.test.ts'],
          exclude: leavesRelease ? [FOR_RELEASE] : [],
          globalSetup: ['tests/support/machines/cluster.ts'],
          ...shared,
          // Waiting for servers and clocks leaves processors idle: a second of a file takes 0.6 of a processor. The short run has none that waits long.
          maxWorkers: isShortRun ? 3 : 4,
          sequence: { groupOrder: 1 },
          setupFiles: [...shared.setupFiles, 'tests/support/machines/own-surroundings.ts'],
        },
      },
    ],
  },
})
