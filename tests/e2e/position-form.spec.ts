/** The form of a position is its writer's alone: others file, propose, pause and end, and no letter typed meanwhile goes astray (L13). */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { chooseAtSeat, inSettings } from './people'
import { oneIsFilled } from './phones'
import { endPhase, givenTable, seated, start, tellTheRoom } from './table'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(180_000))

test('L13 whatever others do, my round, my focus and my words stay, and what they filed is told beside them', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const head = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State')
  const member = await seated(browser, code, 'Jonas Weber', 'United States', 'Secretary of the Treasury')
  const other = await seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister')
  const chatting = await seated(browser, code, 'Lin Zhao', 'United States', 'Secretary of Defense')
  const citing = await seated(browser, code, 'Kenji Sato', 'Japan', 'Finance Minister')
  const small = { viewport: { width: 320, height: 640 }, hasTouch: true }
  const low = await seated(browser, code, 'Hana Mori', 'Japan', 'Defense Minister', small)
  await start(desk)
  await endPhase(desk, 'Caucus')
  const words = ({ page }: typeof head) => page.getByLabel('In words, as it will be read out')
  const value = ({ page }: typeof head) => page.getByLabel('Where does your delegation stand?, as a number')
  // The brief's line stands beside the field, and not in it.
  await expect(member.page.getByRole('button', { name: 'Start from it' })).toBeVisible()
  await expect(words(member)).toHaveValue('')
  await value(member).fill('0.5')
  await value(member).press('Enter')
  await words(member).fill('We')
  await words(member).focus()

  // Two who have words in their form and their hands elsewhere: in the chat beside it, and in a sheet over it.
  await words(chatting).fill('As Defense sees it.')
  const chat = chatting.page.getByLabel('Write to your delegation')
  await chat.fill('Wait for')
  await words(citing).fill('As Tokyo sees it.')
  await citing.page.getByRole('button', { name: 'Add an anchor' }).click()
  const source = citing.page.getByLabel('A source outside the reading')
  await source.fill('The budget of')

  // On the smallest phone what is told has its place beneath the field that is typed in.
  await low.page.getByRole('button', { name: 'Propose words' }).first().click()
  await words(low).pressSequentially('As Hana sees it')
  await words(low).evaluate((field) => field.closest('section')?.scrollBy(0, -60))
  await words(low).pressSequentially('.')

  const file = async (at: string, text: string, button: RegExp) => {
    await value(head).fill(at)
    await value(head).press('Enter')
    await words(head).fill(text)
    await head.page.getByRole('button', { name: button }).press('Enter')
    await expect(head.page.getByText(/You can revise it until/)).toBeVisible()
    // The button that was pressed is gone, and whoever works by keyboard has not lost their place.
    await expect(head.page.locator('[aria-labelledby="position-title"] :focus')).toHaveCount(1)
  }
  let typed = 'We'
  const meanwhile = [
    () => file('1.5', 'The head files first.', /^File the position$/),
    () => file('2', 'And again.', /^File revision 2$/),
    async () => {
      await value(other).fill('-1')
      await value(other).press('Enter')
      await other.page.getByRole('button', { name: 'Start from it' }).click()
      await expect(other.page.getByText('From the brief, unchanged')).toBeVisible()
      await other.page.getByRole('button', { name: 'File the position' }).click()
    },
    () => tellTheRoom(desk, 'Five minutes, then we open.'),
    () => desk.getByRole('button', { name: 'Pause' }).click(),
    () => desk.getByRole('button', { name: 'Resume' }).click(),
    () => desk.getByRole('button', { name: 'Add 1 minute' }).click(),
    async () => {
      await head.page.getByLabel('Write to your delegation').fill('I have filed.')
      await head.page.getByRole('button', { name: 'Send', exact: true }).click()
    },
    () => inSettings(desk, (settings) => settings.getByRole('checkbox', { name: /^Nobody takes a seat/ }).click()),
    () => chooseAtSeat(desk, 'Mei Castellano, Secretary of State', 'Remove from the room'),
    () => endPhase(desk, 'Reveal'),
    () => endPhase(desk, 'Openings'),
  ]
  for (const [place, act] of meanwhile.entries()) {
    // Spaces among the letters: on a stepper each of them would move the value.
    const next = ` has an interest, number ${place}`
    typed += next
    await Promise.all([act(), member.page.keyboard.type(next, { delay: 15 })])
    await expect(words(member)).toBeFocused()
    await expect(words(member)).toHaveValue(typed)
    await expect(value(member)).toHaveValue('+0.5')
    if (place === 2) {
      const told = low.page.getByText(/^Amara Osei filed this round at .*Your words were not used\.$/)
      await expect(told).toBeInViewport({ ratio: 1 })
      await expect(words(low)).toBeFocused()
      const [line, field] = [await told.boundingBox(), await words(low).boundingBox()]
      expect(line?.y).toBeGreaterThanOrEqual((field?.y ?? 0) + (field?.height ?? Infinity))
      await oneIsFilled(low.page)
    }
    if (place === 1) {
      await expect(
        member.page.getByText(/^Mei Castellano filed this round at .*: \+2\.0\. Your words were not used\.$/),
      ).toBeVisible()
      await expect(
        member.page.getByRole('region', { name: 'Filed for your delegation' }).getByText('And again.'),
      ).toBeVisible()
    }
  }
  await expect(member.page.getByText(/^The caucus has ended\. Your delegation has filed\./)).toBeVisible()
  await member.page.getByRole('button', { name: 'Go on' }).click()
  await expect(words(member)).toHaveCount(0)

  await expect(chat).toBeFocused()
  await chatting.page.keyboard.type(' me.')
  await expect(chat).toHaveValue('Wait for me.')
  await expect(source).toBeFocused()
  await citing.page.keyboard.type(' 2023')
  await expect(source).toHaveValue('The budget of 2023')
  await citing.page.keyboard.press('Escape')
  for (const [one, text] of [
    [chatting, 'As Defense sees it.'],
    [citing, 'As Tokyo sees it.'],
  ] as const) {
    await expect(words(one)).toHaveValue(text)
    await one.page.getByRole('link', { name: 'Brief', exact: true }).click()
    await one.page.getByRole('link', { name: 'Positions', exact: true }).click()
    await one.page.reload()
    await expect(words(one)).toHaveValue(text)
    await one.page.getByRole('button', { name: 'Go on' }).click()
    await expect(words(one)).toHaveCount(0)
  }
})
