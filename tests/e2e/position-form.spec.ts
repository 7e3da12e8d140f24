/** The form of a position is its writer's alone: others file, propose, pause and end, and no letter typed meanwhile goes astray (I13). */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { endPhase, givenTable, seated, start, tellTheRoom } from './table'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(180_000))

test('I13 whatever others do, my round, my focus and my words stay, and what they filed is told beside them', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const head = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State')
  const member = await seated(browser, code, 'Jonas Weber', 'United States', 'Secretary of the Treasury')
  const other = await seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister')
  await start(desk)
  await endPhase(desk, 'Caucus')
  const words = ({ page }: typeof head) => page.getByLabel('In words, as it will be read out')
  const value = ({ page }: typeof head) => page.getByLabel('Where does your delegation stand?, as a number')
  await expect(member.page.getByText('From your brief. File it as it stands, or change it.')).toBeVisible()
  await value(member).fill('0.5')
  await value(member).press('Enter')
  await words(member).fill('We')
  await words(member).focus()

  const file = async (at: string, text: string, button: RegExp) => {
    await value(head).fill(at)
    await value(head).press('Enter')
    await words(head).fill(text)
    await head.page.getByRole('button', { name: button }).click()
    await expect(head.page.getByText(/You can revise it until/)).toBeVisible()
  }
  let typed = 'We'
  const meanwhile = [
    () => file('1.5', 'The head files first.', /^File the position$/),
    () => file('2', 'And again.', /^File revision 2$/),
    async () => {
      await value(other).fill('-1')
      await value(other).press('Enter')
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
    if (place === 1) {
      await expect(
        member.page.getByText(/^Mei Castellano filed this round at .*: \+2\.0\. Your words were not used\.$/),
      ).toBeVisible()
      await expect(member.page.getByText('And again.')).toBeVisible()
    }
  }
  await expect(member.page.getByText(/^The caucus has ended\. Your delegation has filed\./)).toBeVisible()
  await member.page.getByRole('button', { name: 'Go on' }).click()
  await expect(words(member)).toHaveCount(0)
})

test('a proposal is answered, and says whose it is in the head’s form; nobody is said to draft who has not begun', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const member = await seated(browser, code, 'Jonas Weber', 'United States', 'Secretary of the Treasury')
  const other = await seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister')
  const head = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State')
  await start(desk)
  await endPhase(desk, 'Caucus')
  await member.page.getByLabel('In words, as it will be read out').fill('As Jonas sees it.')
  await member.page.getByRole('button', { name: 'Propose to my delegation' }).click()
  await expect(member.page.getByText(/^Proposed at \d\d:\d\d; Mei Castellano sees it\.$/)).toBeVisible()
  await head.page.reload()
  await expect(head.page.getByText(/^Jonas Weber’s words, proposed at \d\d:\d\d\.$/)).toBeVisible()
  await expect(head.page.getByText('drafting')).toHaveCount(1)
  await expect(other.page.getByText('drafting')).toHaveCount(0)
  await expect(other.page.getByText(/If nobody files, your brief’s line, −1\.0, is filed\./)).toBeVisible()

  await desk.getByRole('button', { name: 'End now' }).click()
  const sure = desk.getByRole('alertdialog')
  await expect(sure).toContainText('If the caucus ends now: Washington, the delegation’s draft')
  await expect(sure).toContainText('Tokyo, from the brief')
  await sure.getByRole('button', { name: 'End it' }).click()
  for (const { page } of [head, member, other]) {
    await expect(page.getByText('As Jonas sees it.').first()).toBeVisible()
    await expect(page.getByText('From the brief: nobody had filed').first()).toBeVisible()
  }
})
