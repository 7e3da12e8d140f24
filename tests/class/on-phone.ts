/** A student on a phone in a browser: what is asked is read from the page, and done by pressing what it shows. */
import type { Page } from '@playwright/test'
import type { TaskKind } from '#simulation/reading/asked'
import { nowOf } from '../e2e/phones'
import { askFor, speak, yieldToChair } from '../e2e/table'
import { overflowOf } from '../support/barriers'
import { expect } from '../support/browser'
import { Diary, type Person } from './person'

/** What the asked line says, and the task that it words. */
const LINES: readonly (readonly [RegExp, TaskKind])[] = [
  [/^Mark your own view/, 'own-view'],
  [/^Read your brief/, 'read-brief'],
  [/^Talk with your delegation/, 'talk-in-caucus'],
  [/^File where/, 'file'],
  [/^Propose words/, 'propose'],
  [/^You open/, 'open'],
  [/^You have the floor/, 'speak'],
  [/^You are .* in the queue$/, 'in-queue'],
  [/^Ask for the floor/, 'ask-for-floor'],
  [/^(Settle the words|Tell the)/, 'settle'],
  [/^Cast /, 'cast'],
  [/^Advise /, 'advise'],
  [/^Answer in your own name/, 'reflect'],
]

export class OnPhone implements Person {
  readonly complaints: string[] = []
  spoken = 0
  readonly #diary = new Diary()

  constructor(readonly page: Page) {}

  async #line(): Promise<{ words: string; kind: TaskKind | null }> {
    // In one look: the line may change between two.
    const words = await nowOf(this.page).evaluateAll((heads) =>
      heads.map((head) => head.querySelector('[data-asks] h2')?.textContent ?? '').join(),
    )
    const kind = LINES.find(([pattern]) => pattern.test(words))?.[1] ?? null
    if (words !== '' && kind === null) this.complaints.push(`Asked in words that the play does not know: ${words}`)
    if (kind !== null) this.#diary.hear(kind)
    return { words, kind }
  }

  hasHeard() {
    return true
  }

  async asked() {
    const { kind, words } = await this.#line()
    if (kind === null || this.#diary.isEnough(kind) || words.startsWith('Tell the')) return null
    return kind === 'read-brief' || kind === 'in-queue' || kind === 'open' ? null : kind
  }

  async act() {
    if ((await overflowOf(this.page)) > 0) this.complaints.push('The page scrolls sideways.')
    const kind = await this.asked()
    if (kind === null) return
    try {
      await this.#does(kind)
      this.#diary.did(kind)
    } catch (fault) {
      // Asked no longer: the phase went on, or somebody else did it.
      if ((await this.asked()) === kind) this.complaints.push(`${kind}: ${String(fault)}`)
    }
  }

  async #does(kind: TaskKind): Promise<void> {
    const { page } = this
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
    const goes = async (name: RegExp) => {
      const there = page.getByRole('button', { name }).first()
      if (await there.isVisible()) await there.click()
    }
    switch (kind) {
      case 'own-view':
        return press(/^Mark .* and go on$/)
      case 'file':
        await goes(/^File for /)
        return press('File the position')
      case 'propose':
        await goes(/^Propose words$/)
        await page.getByLabel('In words, as it will be read out').fill('As this office sees it.')
        return press('Propose to my delegation')
      case 'ask-for-floor':
        return askFor(this, 'Point')
      case 'speak':
        await goes(/^To the composer$/)
        await speak(this, 'We have said what we came to say.')
        this.spoken += 1
        return yieldToChair(this)
      case 'settle':
        // As the others do: the first delegation's words, where they are not chosen yet.
        return goes(/^Accept Washington’s text in clause/)
      case 'cast':
        await goes(/^Go to the vote$/)
        await page.getByRole('radio', { name: /^For/ }).check({ force: true })
        return press(/^Seal .* ballot$/)
      case 'advise':
        return this.#advises()
      case 'reflect':
        return this.#reflects()
      default:
        throw new Error('The play does not know how this is done on a phone.')
    }
  }

  /** Each clause has a step of its own; the first without advice is at hand. */
  async #advises(): Promise<void> {
    const { page } = this
    const steps = page.getByRole('radiogroup', { name: 'Clauses' }).getByRole('radio')
    for (let place = 0; place < (await steps.count()); place += 1) {
      await steps.nth(place).check({ force: true })
      await page.getByRole('radio', { name: /^For/ }).check({ force: true })
    }
  }

  /** The first question that is not answered yet; its button goes once the answer is in. */
  async #reflects(): Promise<void> {
    const open = this.page.locator('form').filter({ has: this.page.getByRole('button', { name: 'Hand it in' }) })
    const left = await open.count()
    await open.first().getByRole('textbox').fill('A phrase can cost a friend.')
    await open.first().getByRole('button', { name: 'Hand it in' }).click()
    await expect(open).toHaveCount(left - 1)
  }

  tell() {
    return this.#diary.tell()
  }

  async leave() {
    await this.page.context().close()
  }
}
