/**
 * A phone as students have them: a processor four times slower than this one, answers 150 ms away, 9 Mbit/s, a small screen, and nothing kept of
 * an earlier visit.
 */
import { chromium } from '@playwright/test'
import { requireChromium } from '../support/machines/chromium'
import { quantile } from './figures'

const SLOWER = 4
const ROUND_TRIP_MS = 150
const BYTES_A_SECOND = 9_000_000 / 8

/** Milliseconds from the press until the largest of what a page shows is drawn: the median of so many visits. */
export async function drawnOnPhone(
  { url, at, cookie }: { url: string; at: string; cookie?: string },
  visits: number,
): Promise<number> {
  const browser = await chromium.launch({ executablePath: await requireChromium(), args: ['--no-sandbox'] })
  try {
    const taken: number[] = []
    for (let visit = 0; visit < visits; visit += 1) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true })
      const [, name, value] = /^([^=]+)=(.*)$/.exec(cookie ?? '') ?? []
      if (name && value) await context.addCookies([{ name, value, url }])
      const page = await context.newPage()
      const line = await context.newCDPSession(page)
      await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
      await line.send('Network.enable')
      await line.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: ROUND_TRIP_MS },
        ...{ downloadThroughput: BYTES_A_SECOND, uploadThroughput: BYTES_A_SECOND },
      })
      await page.goto(url + at, { waitUntil: 'load' })
      taken.push(await page.evaluate(largestDrawn))
      await context.close()
    }
    return quantile(taken, 0.5)
  } finally {
    await browser.close()
  }
}

/** In the page, once it has loaded. */
const largestDrawn = (): Promise<number> =>
  new Promise((done) => {
    new PerformanceObserver((seen) => done(seen.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
  })
