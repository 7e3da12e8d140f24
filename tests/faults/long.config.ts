/** The long forms by themselves, one after another, since each takes minutes and the whole machine; long.mjs starts them. */
import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    include: ['tests/faults/{long,stories.test,release.test}.ts'],
    globalSetup: ['tests/support/cluster.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    reporters: ['verbose'],
    disableConsoleIntercept: true,
  },
})
