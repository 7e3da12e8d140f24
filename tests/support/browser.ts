/** Playwright's test, which also fails when a page logs an error or throws. */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

const harmless = [
  // In development React mounts twice and closes the first socket before it has opened.
  /WebSocket is closed before the connection is established/,
  // Preloaded styles of a page that a busy machine opens only seconds later.
  /\/_next\/static\/\S+\.css was preloaded using link preload but not used within a few seconds/,
]

/**
 * What Chromium logs of requests and sockets whose server goes: refused before the connection, reset or closed on it,
 * or cut in the middle of an answer. Which of them comes is chance, so every story that ends a server expects all.
 */
export const serverGone =
  /ERR_(CONNECTION_(REFUSED|RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH|SOCKET_NOT_CONNECTED)|WebSocket connection|Failed to fetch|TypeError: network error/

type Fixtures = {
  /** Console errors that this test expects; any other fails it. */
  expectedComplaints: RegExp[]
  quiet: undefined
}

export const test = base.extend<Fixtures>({
  expectedComplaints: [[], { option: true }],
  quiet: [
    async ({ browser, context, expectedComplaints }, use) => {
      const complaints: string[] = []
      const hear = (page: Page) => {
        page.on('console', (message) => {
          if (message.type() !== 'error' && message.type() !== 'warning') return
          complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`)
        })
        page.on('pageerror', (error) => complaints.push(`thrown: ${error.stack ?? error.message}`))
      }
      context.on('page', hear)
      // Contexts that a test opens for further people are watched too, and end with it: their pages would go on with socket and clock.
      const open = browser.newContext
      const contexts: BrowserContext[] = []
      browser.newContext = async (options) => {
        const opened = await open.call(browser, options)
        opened.on('page', hear)
        contexts.push(opened)
        return opened
      }
      await use(undefined)
      browser.newContext = open
      const expected = [...harmless, ...expectedComplaints]
      const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)))
      await Promise.all(contexts.map((opened) => opened.close()))
      expect(unexpected, 'no page complains on its console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
