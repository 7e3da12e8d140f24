/** Finds a Chromium for the browser tests, or installs one: CHROMIUM_PATH, the system's, Playwright's, a download, Debian's package. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { requireProgram } from './debian-program'

/** The headless shell first: it draws no window, and the stories take a fifth less of the processors in it. */
const places = [
  ...['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  ...['/usr/bin/google-chrome-stable', '/snap/bin/chromium'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The installed browser, or undefined. */
export async function findChromium(): Promise<string | undefined> {
  const given = process.env.CHROMIUM_PATH
  if (given) return existsSync(given) ? given : undefined
  const { chromium } = await import('@playwright/test')
  return [...places, chromium.executablePath()].find((place) => place && existsSync(place))
}

/** The browser, installed if need be; throws one sentence with the remedy where none can be had. */
export async function requireChromium(): Promise<string> {
  if (process.env.CHROMIUM_PATH && !existsSync(process.env.CHROMIUM_PATH)) {
    throw new Error(
      `CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which is not there: correct it, or leave it out.`,
    )
  }
  const ways = [
    // Also where a whole browser is installed: it takes seconds once, and saves a fifth of every run.
    () => requireProgram('shell').catch(() => {}),
    () => run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']),
  ]
  for (const bring of ways) {
    await bring()
    const found = await findChromium()
    if (found) return found
  }
  throw new Error('No Chromium for the browser tests: install one, or set CHROMIUM_PATH to a Chrome or Chromium.')
}

/** Failure is not reported here: the caller looks for a browser afterwards. */
function run(command: string, words: string[]): Promise<void> {
  return new Promise((resolve) => execFile(command, words, { timeout: 180_000 }, () => resolve()))
}
