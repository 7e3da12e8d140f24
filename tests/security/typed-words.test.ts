/** Every text that somebody can type, typed by somebody who hopes it runs, on every page that shows it, in a real browser. */
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useSharedServer } from '../support/machines/built-server'
import { requireChromium } from '../support/machines/chromium'
import { isLong } from '../support/machines/lane'
import { patience } from '../support/patience'
import { PAYLOADS } from './hostile/payloads'
import { typedRoom } from './typed-room'

const server = useSharedServer()
const whole = isLong
let browser: Browser

beforeAll(async () => {
  const executablePath = await requireChromium()
  browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [],
  })
})
afterAll(() => browser?.close())

/** Places that must have had their words; the story may hold more. */
const PLACES = [
  ...[
    'activity.title',
    'course.title',
    'room.name',
    'participant.name',
    'mark.comment',
    'annotation.text',
    'knock.name',
  ],
  ...['StatementMade.event.text', 'StatementMade.event.anchors.source', 'StatementWithdrawn.event.reason'],
  ...['WordsGiven.event.text', 'WordsGiven.event.anchors.source', 'StatementChecked.event.text'],
  ...['StatementChecked.event.source.source', 'ChronicleWritten.event.text'],
  ...['CaucusSpoken.event.text', 'BilateralSpoken.event.text', 'ReflectionWritten.event.text', 'NudgeSent.event.text'],
  ...['PositionDrafted.event.position.text', 'PositionDrafted.event.position.redLine', 'BallotCast.event.reason'],
  ...['VersionPutForward.event.words', 'ClauseBroughtIn.event.heading', 'OfferMade.event.words'],
  ...['BracketKept.event.reason', 'EntryBookmarked.event.note', 'InjectSent.event.headline', 'InjectSent.event.text'],
]

/** What React writes as the address of a form that it sends itself and has drawn in the browser, as those are that come with the room's news. */
const SENT_BY_REACT =
  "javascript:throw new Error('A React form was unexpectedly submitted. If you called form.submit() manually, consider using form.requestSubmit() instead. If you\\'re trying to use event.stopPropagation() in a submit event handler, consider also calling event.preventDefault().')"

/** The pages opened, and for each place that takes words which of the list it was given. */
const tried = { pages: 0, places: new Map<string, Set<string>>() }

async function openAll(cookie: string, ways: readonly string[]): Promise<string[]> {
  const context = await contextOf(cookie)
  const wrong: string[] = []
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    )
  })
  for (const way of ways) {
    const page = await context.newPage()
    page.on('console', (message) => {
      if (/violation|Content Security Policy/.test(message.text())) wrong.push(`${way}: ${message.text()}`)
    })
    page.on('dialog', (dialog) => {
      wrong.push(`${way}: a dialog`)
      void dialog.dismiss()
    })
    await page.goto(server.url + way, { waitUntil: 'load' })
    // Hydrated, and whatever stands on it drawn by the script as well.
    await page.waitForFunction(
      () => document.readyState === 'complete' && !document.querySelector('[aria-busy="true"]'),
    )
    if (await page.evaluate(() => 'ran' in window)) wrong.push(`${way}: something ran`)
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('a[href], form[action], iframe, object, embed')].map(
        (one) => one.getAttribute('href') ?? one.getAttribute('action') ?? one.tagName,
      ),
    )
    for (const link of links.filter((each) => each !== SENT_BY_REACT))
      if (/^\s*(javascript|data|vbscript):/i.test(link) || /^[A-Z]+$/.test(link)) wrong.push(`${way}: leads to ${link}`)
    tried.pages += 1
    await page.close()
  }
  await context.close()
  return wrong
}

const contextOf = async (cookie: string): Promise<BrowserContext> => {
  const context = await browser.newContext()
  const at = cookie.indexOf('=')
  if (cookie) await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: server.url }])
  return context
}

async function openRoom(from: number): Promise<string[]> {
  const of = await typedRoom(PAYLOADS, from)
  for (const [place, words] of of.typed) {
    const before = tried.places.get(place) ?? new Set()
    tried.places.set(place, new Set([...before, ...words]))
  }
  const asked = encodeURIComponent(PAYLOADS[from % PAYLOADS.length] ?? '')
  const at = (base: string, ...rest: string[]) => rest.map((path) => base + path)
  const room = `/rooms/${of.roomId}`
  // Between them these four show every word there is; of the others the long form opens three each time, in turn.
  const always = [at(room, '/desk', '/transcript'), at(room, ''), at(`/my/marks`, `/${of.activityId}`)]
  const others = [
    ...at(room, '/stage', `/transcript?q=${asked}`, '/debrief', '/replay', '/marks'),
    ...at(`/activities/${of.activityId}`, '/lobby', '/wall', '/gradebook'),
    ...at(`/courses/${of.courseId}`, '', `/search?q=${asked}`),
  ]
  const ofStudent = [`${room}/transcript`, '/my']
  const ofAnybody = [`/join/${asked}`, `/sign-in?next=${asked}`]
  const inTurn = (ways: readonly string[], most: number) =>
    whole ? ways.filter((_, index) => (index + from * most) % ways.length < most) : ways
  const opened = await Promise.all([
    openAll(of.chairCookie, [...(always[0] ?? []), ...inTurn(others, 1)]),
    openAll(of.studentCookie, [...always.slice(1).flat(), ...inTurn(ofStudent, 1)]),
    openAll('', inTurn(ofAnybody, 1)),
  ])
  return opened.flat()
}

describe('nothing that is typed runs', () => {
  const TURNS = whole ? PAYLOADS.length : 1
  const starts = Array.from({ length: Math.ceil(TURNS / 20) }, (_, index) => index * 20)

  test.each(starts)(
    'on any page, from word %i on',
    async (start) => {
      const wrong: string[] = []
      for (let from = start; from < Math.min(start + 20, TURNS); from += 1) wrong.push(...(await openRoom(from)))
      expect(wrong).toEqual([])
    },
    patience(whole ? 900_000 : 90_000),
  )

  test('there was enough to run', () => {
    const fewest = Math.min(...[...tried.places].map(([, words]) => words.size))
    const sum = [...tried.places].reduce((all, [, words]) => all + words.size, 0)
    process.stdout.write(
      `typed words: tried ${JSON.stringify({ pages: tried.pages, places: tried.places.size, fewest, pairs: sum })}\n`,
    )
    expect(new Set(PAYLOADS).size).toBe(200)
    expect(tried.pages).toBe(whole ? TURNS * 7 : 18)
    expect([...tried.places.keys()]).toEqual(expect.arrayContaining(PLACES))
    expect(sum).toBeGreaterThan(70)
    if (!whole) return
    // Each of the two hundred has stood in every place; of names only those that a name has room for.
    const short = PAYLOADS.filter(({ length }) => length <= 50).length
    expect(short).toBeGreaterThan(80)
    for (const [place, words] of tried.places)
      expect(words.size, place).toBeGreaterThanOrEqual(/\.name$/.test(place) && place !== 'room.name' ? short : 200)
  })
})

test.each(['/sign-in', '/sign-up'])('a password may be pasted on %s, and be kept by the browser', async (way) => {
  const context = await contextOf('')
  const page = await context.newPage()
  await page.goto(server.url + way)
  const field = page.locator('input[type=password]')
  await field.focus()
  const isStopped = await field.evaluate(
    (input) => !input.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
  )
  expect(isStopped).toBe(false)
  expect(await field.getAttribute('autocomplete')).toMatch(/^(current|new)-password$/)
  await context.close()
})
