/** A lesson that is talked aloud: nobody types, and each turn says in three taps what it answers. */
import { expect, test } from '../support/browser'
import { geometryFaults } from '../support/scenes/geometry'
import { expectAccessible, expectNarrow } from './people'
import { askFor, givenTable, phone, reach, type Student, seated, start, talks, yieldToChair } from './table'

test.use({ baseURL: process.env.BASE_URL })

test('two turns without a typed word say whom they answer, on the record and on the projector', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const amara = await seated(browser, code, 'Amara Osei', 'United States', 'Secretary of State')
  const mei = await seated(browser, code, 'Mei Castellano', 'Japan', 'Finance Minister', phone)
  const room = await start(desk)
  await reach(desk, 'Caucus', 'Reveal', 'Openings', 'Floor debate')

  /** Has the floor, speaks, and yields by the key `y` or with the button; gives what the page asks then. */
  const speaks = async (student: Student, by: 'key' | 'button') => {
    const { page, name } = student
    await askFor(student, 'Point')
    await desk.getByRole('button', { name: `Hand 1, point: give the floor to ${name}` }).click()
    await talks(page)
    // A letter typed in a field is a letter.
    const field = page.getByLabel('Your statement, or its summary')
    if (by === 'key') {
      await field.pressSequentially('y')
      await expect(field).toHaveValue('y')
      await field.fill('')
      await page.getByRole('button', { name: 'Yield', exact: true }).press('y')
    } else await yieldToChair(student)
    return page.getByRole('region', { name: 'The words of a turn' })
  }
  const first = await speaks(amara, 'key')
  await first.getByRole('radio', { name: 'Nobody: a new point' }).click()
  // Left unsaid, the rest is not asked for again.
  await first.getByRole('button', { name: 'Leave the rest unsaid' }).click()
  await expect(amara.page.getByRole('radio', { name: 'Against' })).toHaveCount(0)

  const second = await speaks(mei, 'button')
  await expectAccessible(mei.page)
  // What is asked, the record and the composer have their own places.
  expect(await geometryFaults(mei.page, { lists: true })).toEqual([])
  await expectNarrow(mei.page)
  await second
    .getByRole('radio', { name: /Secretary of State/ })
    .first()
    .click()
  await second.getByRole('combobox', { name: 'Another paragraph…' }).selectOption({ index: 1 })
  // The last tap ends the asking, and its button goes with it.
  await second.getByRole('radio', { name: 'Against', exact: true }).click()
  const answers = (page: typeof desk, how: string) => page.getByText(new RegExp(`^answers \\d+, ${how}$`))
  await expect(answers(mei.page, 'against')).toBeVisible()
  await expect(mei.page.getByRole('radio', { name: 'Against', exact: true })).toHaveCount(0)
  // Beside the floor nothing more is asked about the turn: its words can be given at its entry.
  await expect(second).toHaveCount(0)
  await expect(mei.page.getByRole('button', { name: /^Give it words, turn / })).toHaveCount(1)

  const stage = await desk.context().newPage()
  await stage.goto(`${room}/stage`)
  await expect(stage.getByRole('figure', { name: '2 of 2 turns say whom they answer' })).toBeVisible()
  await expect(stage.getByText(/has not said whom it answers/)).toHaveCount(0)
})
