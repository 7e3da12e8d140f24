/** The long forms by themselves, one after another, since each takes minutes and the whole machine; long.mjs starts them. */
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { settlePace } from '../support/pace'

const pace = settlePace()

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    include: [
      'tests/faults/{long,opensmtpd,quick.test,stories.test,release.test}.ts',
      'tests/cluster/{long,several-servers.test,hanging.release.test}.ts',
      'tests/server/start/*.test.ts',
      'tests/cluster/running.release.test.ts',
    ],
    globalSetup: ['tests/support/machines/cluster.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000 * pace,
    // Before the image's tests it is installed and built.
    hookTimeout: 900_000 * pace,
    reporters: ['verbose'],
    disableConsoleIntercept: true,
  },
})
