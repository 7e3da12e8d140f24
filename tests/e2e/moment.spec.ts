/**
 * The moment in which a side commits itself, on phones and laptops: nothing is stood on, accepted, initialled or sealed before its words were in
 * view (L28), and in no phase does the document scroll where the room does (L29).
 */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { readsOn } from './negotiating'
import { areSeen, keyboardDown, keyboardUp, linesSeen, outOfPlace, pressesAtOnce } from './on-screen'
import { givenTable, reach, type Student, seated, start } from './table'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(400_000))

type Size = readonly [width: number, height: number]
const PHONES: readonly Size[] = [
  [390, 844],
  [320, 650],
  [390, 508],
  [320, 370],
]
const LAPTOPS: readonly Size[] = [
  [1366, 768],
  [1280, 800],
  [1536, 864],
  [844, 390],
]
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
const LAPTOP = { viewport: { width: 1366, height: 768 } }

const sized = ({ page }: Student, [width, height]: Size) => page.setViewportSize({ width, height })
const button = ({ page }: Student, name: string | RegExp) => page.getByRole('button', { name }).first()
const sheet = ({ page }: Student) => page.getByRole('dialog')
const clause = ({ page }: Student) => page.locator('article[id^=clause-]')
/** Far more words than a low phone shows at once; the last of them stand nowhere else. */
const LONG = `${'Each side says within a day what it saw, to whom, and by which line it was said. '.repeat(6)}Nothing else was meant.`
const SHORT = 'Each side will be judged by what it does, and each may say what it values.'
const LAST = 'Nothing else was meant.'
const LAST_WORD = 'meant'

/** L29 at every size of these people. */
async function staysInPlace(phase: string, phone: Student, laptop: Student): Promise<void> {
  for (const [one, sizes] of [
    [phone, PHONES],
    [laptop, LAPTOPS],
  ] as const) {
    for (const size of sizes) {
      await sized(one, size)
      expect.soft(await outOfPlace(one.page), `${phase}, ${size.join('×')}`).toEqual([])
    }
    const [usual] = sizes
    if (usual) await sized(one, usual)
  }
}

/** L28 of a form in which words are written: the clause, the field and the button are there above a keyboard. */
async function writesInView(one: Student, free: number, what: string): Promise<void> {
  const field = sheet(one).getByLabel('Your words for the whole clause')
  await expect(field, what).toBeFocused()
  expect.soft(await linesSeen(field), `lines of the field, ${what}`).toBeGreaterThanOrEqual(3)
  const words = sheet(one).getByRole('region', { name: /whole/ })
  expect.soft(await linesSeen(words), `lines of the clause, ${what}`).toBeGreaterThanOrEqual(3)
  const box = await button(one, /^Put forward for /).boundingBox()
  expect.soft((box?.y ?? free) + (box?.height ?? 1), `the button, ${what}`).toBeLessThanOrEqual(free)
}

test('nobody signs what was not on their screen, and no press moves the page', async ({ page: desk, browser }) => {
  const { code } = await givenTable(desk)
  const [us, jp, cn] = await Promise.all([
    seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', LAPTOP),
    seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister', PHONE),
    seated(browser, code, 'Fen Bai', 'China', 'Foreign Minister', PHONE),
  ])
  await start(desk)
  await staysInPlace('Briefing', jp, us)
  for (const phase of ['Caucus', 'Reveal', 'Openings', 'Floor debate']) {
    await reach(desk, phase)
    await staysInPlace(phase, jp, us)
  }
  await reach(desk, 'Caucus', 'Who moved')
  await staysInPlace('Who moved', jp, us)
  await reach(desk, 'Caucus', 'Reveal', 'Negotiation')

  await test.step('the clause is the page, and its decision is in the same view', async () => {
    await expect(button(jp, /^Stand on Washington’s first words/)).toBeVisible()
    await staysInPlace('Negotiation', jp, us)
    for (const size of PHONES.slice(0, 2)) {
      await sized(jp, size)
      const head = await jp.page.getByRole('region', { name: 'Now' }).boundingBox()
      const steps = await jp.page.getByRole('navigation', { name: 'Brackets' }).boundingBox()
      expect.soft(Math.max(head?.height ?? 999, (steps?.y ?? 999) + (steps?.height ?? 999))).toBeLessThanOrEqual(150)
      await expect.soft(button(jp, /^Stand on Washington/)).toBeInViewport({ ratio: 1 })
      await expect.soft(button(jp, 'Other words')).toBeInViewport({ ratio: 1 })
    }
    expect.soft(await linesSeen(clause(jp))).toBeGreaterThanOrEqual(7)
    await sized(jp, [390, 844])
    for (const size of LAPTOPS.slice(0, 3)) {
      await sized(us, size)
      for (const number of [2, 3, 1]) {
        await us.page.getByRole('link', { name: new RegExp(`^${number} `) }).click()
        await expect.soft(clause(us).getByRole('heading')).toBeInViewport({ ratio: 1 })
        await expect.soft(clause(us).getByRole('list', { name: /^Bracket/ })).toBeInViewport({ ratio: 1 })
        await expect.soft(button(us, /^Stand on /)).toBeInViewport({ ratio: 1 })
        expect.soft(await outOfPlace(us.page), `clause ${number}`).toEqual([])
      }
    }
  })

  await test.step('the second press of a quick hand commits to nothing', async () => {
    const second = pressesAtOnce(jp.page, '[role=dialog]', 'Stand on this for Tokyo')
    await button(jp, /^Stand on Washington’s first words/).click()
    await second
    await expect(sheet(jp).getByRole('status').filter({ hasText: 'Nothing was done' })).toContainText(
      'Stand on this for Tokyo',
    )
    await button(jp, 'Close').click()
    await expect(clause(us).getByRole('list', { name: 'Bracket, 3 wordings' })).toBeVisible()
  })

  await test.step('what another side changes under the thumb is said, and opens nothing', async () => {
    const changed = pressesAtOnce(jp.page, 'footer', 'Stand on Beijing’s first words')
    await button(us, 'Other words').click()
    await sheet(us).getByLabel('Your words for the whole clause').fill(SHORT)
    await sheet(us).getByRole('button', { name: 'Put forward for Washington' }).click()
    await changed
    await expect(jp.page.getByText(/^Nothing was done: .*Beijing’s first words/)).toBeVisible()
    await expect(sheet(jp)).toHaveCount(0)
  })

  await test.step('other words are written above a keyboard, with the clause in view', async () => {
    await button(jp, 'Other words').click()
    for (const [size, free] of [
      [[390, 844], 508],
      [[320, 650], 370],
    ] as const) {
      await sized(jp, size)
      await keyboardUp(jp.page, free)
      await writesInView(jp, free, `${size.join('×')} over a keyboard`)
      await keyboardDown(jp.page)
    }
    for (const size of [
      [844, 390],
      [320, 370],
      [390, 508],
    ] as const) {
      await sized(jp, size)
      await writesInView(jp, size[1], size.join('×'))
    }
    await sized(jp, [390, 844])
    await button(jp, 'Put forward for Tokyo').click()
    await expect(sheet(jp).getByText(/^Nothing is written yet/)).toBeVisible()
    await expect(sheet(jp).getByLabel('Your words for the whole clause')).toBeFocused()
    await button(jp, 'Close').click()
  })

  await test.step('after an agreement the next clause is what is asked, and what undoes is not', async () => {
    for (const one of [jp, cn]) {
      await button(one, /^Stand on Washington’s second words/).click()
      await button(one, /^Stand on this for /).click()
      await expect(sheet(one)).toHaveCount(0)
    }
    for (const one of [cn, jp]) {
      await expect(button(one, 'Go to clause 2')).toBeVisible()
      await expect(one.page.locator('footer').getByRole('button')).toHaveText(['Go to clause 2'])
    }
    await button(jp, 'Initial clause 1').click()
    expect(await areSeen(jp.page, SHORT)).toBe(true)
    await button(jp, 'Initial it for Tokyo').click()
    await expect(clause(us).getByText('Initialled by Tokyo.')).toBeVisible()
  })

  await test.step('words longer than the sheet are read to their end first', async () => {
    for (const one of [us, jp, cn]) await one.page.getByRole('link', { name: /^3 / }).click()
    await button(us, 'Other words').click()
    await sheet(us).getByLabel('Your words for the whole clause').fill(LONG)
    await sheet(us).getByRole('button', { name: 'Put forward for Washington' }).click()
    for (const [one, size] of [
      [jp, [390, 844]],
      [cn, [320, 370]],
    ] as const) {
      await sized(one, size)
      await button(one, /^Stand on Washington’s second words/).click()
      const commit = sheet(one).getByRole('button', { name: /^Stand on this for / })
      if (size[1] < 400) await expect(sheet(one).getByRole('button', { name: 'Read on' })).toBeVisible()
      await readsOn(one.page, /^Stand on this for /)
      expect(await areSeen(one.page, LAST_WORD), `the last words at ${size.join('×')}`).toBe(true)
      await commit.click()
      await expect(sheet(one)).toHaveCount(0)
    }
    await sized(cn, [390, 844])
  })

  await test.step('an offer is answered by sentences', async () => {
    for (const one of [us, jp]) await one.page.getByRole('link', { name: /^2 / }).click()
    await button(us, 'Make an offer').click()
    await sheet(us).getByLabel('We stand on').filter({ visible: true }).selectOption({ label: 'Tokyo’s first words' })
    await sheet(us)
      .getByLabel('If Tokyo stands on')
      .filter({ visible: true })
      .selectOption({ label: 'Washington’s first words' })
    await button(us, 'Make the offer to Tokyo').click()
    await expect(sheet(us)).toHaveCount(0)
    await button(jp, /^Answer Washington’s offer/).click()
    for (const size of PHONES.slice(0, 2)) {
      await sized(jp, size)
      for (const term of ['You get', 'You give'])
        await expect.soft(sheet(jp).getByRole('heading', { name: term })).toBeInViewport({ ratio: 1 })
      await expect.soft(button(jp, 'Accept for Tokyo')).toBeInViewport({ ratio: 1 })
    }
    await sized(jp, [390, 844])
    await button(jp, 'Accept for Tokyo').click()
    await expect(sheet(jp)).toHaveCount(0)
  })

  await test.step('a clause, its four choices and the seal are one view', async () => {
    for (const [phase, ...before] of [['Caucus'], ['Ballot', 'Who moved']]) {
      await reach(desk, ...before, phase ?? '')
      await staysInPlace(phase ?? '', jp, us)
    }
    for (const [one, sizes] of [
      [jp, PHONES.slice(0, 1)],
      [us, LAPTOPS.slice(0, 2)],
    ] as const)
      for (const size of sizes) {
        await sized(one, size)
        for (const radio of await one.page.getByRole('radio', { name: /^(For|Against|Abstain)/ }).all())
          await expect.soft(radio).toBeInViewport({ ratio: 1 })
        await expect.soft(button(one, /^(Seal .* ballot|Read on)$/)).toBeInViewport({ ratio: 1 })
      }
    // The first is short, the other longer than any of these screens.
    for (const one of [us, jp, cn])
      for (const clauseNo of [1, 3]) {
        await expect(one.page.getByRole('radio', { name: new RegExp(`^${clauseNo} ?,`) })).toBeChecked()
        await one.page
          .getByRole('radio', { name: /^For(?!, with)/ })
          .first()
          .check()
        await readsOn(one.page, /^Seal .* ballot$/)
        await button(one, /^Seal .* ballot$/).click()
        await expect(one.page.getByRole('radio', { name: new RegExp(`^${clauseNo} ?,.*sealed`) })).toBeVisible()
      }
  })

  await test.step('what is judged at home is read first, and stands on the projector', async () => {
    await reach(desk, 'Ratification')
    await staysInPlace('Ratification', jp, us)
    await expect(jp.page.getByRole('heading', { name: /^Joint statement of / })).toBeInViewport()
    await expect(button(jp, 'Seal my vote')).toHaveCount(0)
    await readsOn(jp.page, 'Seal my vote')
    const stage = await desk.context().newPage()
    await stage.goto(desk.url().replace(/\/desk$/, '/stage'))
    await expect(stage.getByText(LAST)).toBeVisible()
    await stage.close()
  })

  await test.step('out of role nothing moves the page either', async () => {
    for (const phase of ['Debrief', 'Reflection']) {
      await reach(desk, phase)
      await staysInPlace(phase, jp, us)
    }
  })
})
