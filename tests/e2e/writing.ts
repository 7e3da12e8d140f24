/** Somebody who is writing in the debrief when the next phase begins. */
import { expect } from '../support/browser'
import type { Student } from './table'

/** They keep their field and their words while `reflectionBegins`: their own view waits until they go to it. */
export async function writesOn({ page }: Student, reflectionBegins: () => Promise<void>): Promise<void> {
  const early = page.getByLabel(/Which sentence did you say in the role/)
  const debrief = page.getByRole('link', { name: /^Debrief/ }).first()
  await debrief.click()
  await early.fill('Half a thought')
  await reflectionBegins()
  await expect(page.getByText('Your own view is asked for now. Your words stay here.')).toBeVisible()
  await expect(early).toBeFocused()
  await page.getByRole('button', { name: 'Mark your own view' }).click()
  await expect(early).toBeHidden()
  await page.getByRole('button', { name: 'I would rather not say' }).click()
  await expect(early).toHaveValue('Half a thought')
}
