/** A course's owner asks students for their words and takes the research file; a student answers on their own page once the debate is over. */
import { readFileSync } from 'node:fs'
import { database } from '#server/base/database'
import { expect, test } from '../support/browser'
import { unzipped } from '../support/unzipped'
import { expectAccessible, expectNarrow } from './people'
import { givenTable, phone, seated, start } from './table'

test.use({ baseURL: process.env.BASE_URL })

test('the owner asks for words, the student says yes on their own page, and the file is made and saved', async ({
  page: owner,
  browser,
}) => {
  const { code } = await givenTable(owner)
  const { page: mei } = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', phone)
  const room = (await start(owner)).split('/').at(-1) ?? ''
  const activity = await database().activity.findUniqueOrThrow({ where: { code } })
  await owner.goto(`/courses/${activity.courseId}`)
  await owner
    .getByRole('listitem')
    .filter({ hasText: activity.title })
    .getByRole('link', { name: 'Research file' })
    .first()
    .click()
  await expect(owner.getByText('Nobody is asked here for their words')).toBeVisible()
  await owner.getByLabel('Question').fill('May my words be used?\nWrite to Noor.')
  await owner.getByLabel('Ethics approval').fill('IRB-41')
  await owner.getByRole('button', { name: 'Save' }).click()
  await expect(owner.getByText('0 said yes, 0 said no, one has not answered.')).toBeVisible()

  await mei.goto('/my')
  await expect(mei.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(mei.getByText('May my words be used?')).toHaveCount(0)
  // The agenda of ninety minutes, played to its end in tests/server/research.test.ts.
  await database().roomSummary.update({ where: { roomId: room }, data: { phaseStatus: 'finished' } })
  await mei.reload()
  await expectAccessible(mei)
  await expectNarrow(mei)
  await mei.getByRole('button', { name: 'Yes, they may' }).click()
  await expect(mei.getByText('You said yes.')).toBeVisible()

  await owner.reload()
  await expect(owner.getByText('1 said yes, 0 said no, 0 have not answered.')).toBeVisible()
  await expectAccessible(owner)
  await expectNarrow(owner)
  await owner.getByText('With released marks').click()
  const saved = owner.waitForEvent('download')
  await owner.getByRole('button', { name: 'Make the file' }).click()
  const files = unzipped(readFileSync(await (await saved).path()))
  await expect(owner.getByText('The file is made and saved')).toBeVisible()
  expect(files.get('people.csv')).toContain('Secretary of State,now,true,true')
  expect(files.get('README.md')).toContain('IRB-41')
  expect(files.get('marks.csv')).toMatch(/^room,pid,/)
})
