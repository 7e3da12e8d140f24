/** Browser tests run against one built server. To look into a failure, run one story with `--trace on`: it costs half as much again. */
import { defineConfig } from '@playwright/test'
import { FOR_RELEASE, JOURNEYS } from './support/chosen-tests'
import { findChromium } from './support/machines/chromium'
import { isShortRun } from './support/machines/lane'
import { settlePace } from './support/pace'

// Told to the workers by the surroundings they inherit.
const pace = settlePace()
/**
 * Milliseconds before every press and letter, as by a slow hand (`TEST_SLOW_HANDS=1500`): what a story takes for granted of a quick machine
 * fails then, without any load. Such a run waits, and seven workers fill two cores.
 */
const slowHands = Number(process.env.TEST_SLOW_HANDS ?? 0)
const executablePath = await findChromium()
const quietFlags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const containerFlags = ['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']
const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export default defineConfig({
  testDir: 'e2e',
  testMatch: isShortRun ? JOURNEYS : '**/*.spec.ts',
  // Whoever names a file for a release gets it.
  testIgnore: process.env.WITHOUT_RELEASE === '1' ? FOR_RELEASE : [],
  outputDir: 'results/browser',
  globalSetup: './support/machines/e2e-server.ts',
  fullyParallel: false,
  // A story waits for people and clocks half of its time: three fill two cores.
  workers: slowHands > 0 ? 7 : 3,
  // A second try would hide what holds only mostly.
  retries: 0,
  timeout: (120_000 + 400 * slowHands) * pace,
  expect: { timeout: (10_000 + 40 * slowHands) * pace },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'results/e2e.json' }]],
  use: {
    // Set by the global setup before the workers read this file.
    ...(process.env.BASE_URL ? { baseURL: process.env.BASE_URL } : {}),
    actionTimeout: 15_000 * pace,
    launchOptions: {
      slowMo: slowHands,
      ...(executablePath ? { executablePath } : {}),
      args: [...quietFlags, ...containerFlags, ...rootFlags],
    },
  },
})
