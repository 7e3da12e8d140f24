/** A room by keyboard alone: when the pressed control disappears, focus goes to a neighbour; and words for the joint text, in any script. */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { expectNarrow } from './people'
import { endPhase, givenTable, seated, speak, speaker, start } from './table'

test.use({ baseURL: process.env.BASE_URL })

test('nobody who works by keyboard loses their place when what they pressed is gone', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const { page } = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State')
  await start(desk)
  await endPhase(desk, 'Caucus')
  await page.getByRole('slider', { name: 'Where does your delegation stand?' }).press('PageUp')
  await page.getByLabel('In words, as it will be read out').fill('A coalition, and it says so.')
  await page.getByRole('button', { name: 'File the position' }).press('Enter')
  await expect(page.getByText(/^Filed \d\d:\d\d:\d\d\. You can revise it/)).toBeVisible()
  await expect(page.locator('[aria-labelledby="position-title"] :focus')).toHaveCount(1)

  for (const phase of ['Reveal', 'Openings']) await endPhase(desk, phase)
  await page.getByRole('button', { name: 'Yield', exact: true }).press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Yield to your instructor' })).toBeFocused()
  await page.keyboard.press('Enter')
  const ask = page.getByRole('button', { name: 'Ask for the floor' })
  await expect(ask).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Point', exact: true }).press('Enter')
  const lower = page.getByRole('button', { name: 'Lower my hand' })
  await expect(lower).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ask).toBeFocused()
})

const SAID = 'Notice of any new control comes sixty days ahead.'
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true }

test('what was said is written into a clause by keyboard, and brackets are right in Japanese and Chinese on a phone of 320', async ({
  page: desk,
  browser,
}) => {
  test.setTimeout(patience(240_000))
  const { code } = await givenTable(desk)
  const [us, jp, cn] = await Promise.all([
    seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State'),
    seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister', PHONE),
    seated(browser, code, 'Fen Bai', 'China', 'Foreign Minister'),
  ])
  const room = await start(desk)
  for (const next of ['Caucus', 'Reveal', 'Openings']) await endPhase(desk, next)
  await speak(await speaker([us, jp, cn]), SAID)
  for (const next of ['Floor debate', 'Caucus', 'Who moved', 'Caucus', 'Reveal', 'Negotiation'])
    await endPhase(desk, next)
  const stage = await desk.context().newPage()
  await stage.goto(`${room}/stage`)

  await test.step('a statement starts the words of a clause, and is named on the version', async () => {
    const { page } = us
    await page.getByRole('link', { name: /^Record/ }).press('Enter')
    const line = page.getByRole('listitem').filter({ hasText: SAID }).last()
    const no = await line.locator('[data-more]').getAttribute('data-more')
    await line.getByRole('button', { name: `More about entry ${no}` }).press('Enter')
    await page.getByRole('menuitem', { name: 'Write this into a clause…' }).press('Enter')
    await page.getByRole('menuitem', { name: /^Clause 1: / }).press('Enter')
    const field = page.getByLabel('Your words for the whole clause')
    await expect(field).toHaveValue(SAID)
    await expect(field).toBeFocused()
    await field.press('End')
    await page.keyboard.type(' Always.')
    // Everybody is told who writes, and on which clause; nobody reads the words.
    await expect(stage.getByText(/Secretary of State \(Washington\) writes on clause 1/)).toBeVisible()
    await expect(cn.page.getByText('The Secretary of State (Washington) is writing on this clause.')).toBeVisible()
    for (const { heard } of [jp, cn]) expect(heard.some((frame) => frame.includes('ahead. Always.'))).toBe(false)
    await page.getByRole('button', { name: 'Put forward for Washington' }).press('Enter')
    await expect(cn.page.getByRole('link', { name: `from entry ${no}` })).toBeVisible()
    await expect(stage.getByText(/writes on clause 1/)).toHaveCount(0)
  })

  await test.step('the phone starts from the same statement, by touch', async () => {
    const { page } = jp
    await page.getByRole('link', { name: /^Record/ }).click()
    await page.getByText(SAID).last().click()
    await page.getByRole('menuitem', { name: 'Write this into a clause…' }).click()
    await page.getByRole('menuitem', { name: /^Clause 2: / }).click()
    await expect(page.getByLabel('Your words for the whole clause')).toHaveValue(SAID)
    await expectNarrow(page)
    await page.getByRole('button', { name: 'Put forward for Tokyo' }).click()
    await expect(page.getByRole('link', { name: /^from entry \d+/ })).toBeVisible()
  })

  await test.step('clauses in Japanese and Chinese', async () => {
    const clauses = [
      {
        ...{ by: jp, other: us, heading: '対話の窓口', common: '三者は、対話の窓口を' },
        first: '三者は、対話の窓口を常に開いておく。',
        second: '三者は、対話の窓口を毎月点検して開いておく。',
        alternatives: ['毎月点検して', '常に'],
      },
      {
        ...{ by: cn, other: jp, heading: '沟通渠道', common: '三方保持沟通渠道畅通，并' },
        first: '三方保持沟通渠道畅通，并定期测试。',
        second: '三方保持沟通渠道畅通，并每月公布测试结果。',
        alternatives: ['每月公布测试结果。', '定期测试。'],
      },
    ]
    for (const { by, other, heading, common, first, second, alternatives } of clauses) {
      await by.page.getByRole('button', { name: 'Bring in a clause' }).click()
      await by.page.getByLabel('What it is about').fill(heading)
      await by.page.getByLabel('Short name, for the projector').fill(heading)
      await by.page.getByLabel('Its words').fill(first)
      await by.page.getByRole('button', { name: 'Bring it in' }).click()
      const clauseAt = (page: typeof desk) => page.getByRole('article').filter({ hasText: heading })
      await other.page
        .getByRole('link', { name: /one side alone$/ })
        .last()
        .click()
      await other.page.getByRole('button', { name: 'Other words' }).last().click()
      await other.page.getByLabel('Your words for the whole clause').fill(second)
      await other.page.getByRole('button', { name: /^Put forward for / }).click()
      const shown = clauseAt(other.page)
      await expect(shown.getByText(common)).toBeVisible()
      const bracket = shown.getByRole('list', { name: 'Bracket, 2 wordings' }).getByRole('listitem')
      for (const text of alternatives) await expect(bracket.filter({ hasText: text })).toHaveCount(1)
      await expectNarrow(jp.page)
    }
  })
})
