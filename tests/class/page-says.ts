/** What a page asks, told by the page itself whenever it changes: two dozen pages that were asked over and over would be busy answering. */
import type { Page } from '@playwright/test'
import type { TaskKind } from '#simulation/reading/asked'

/** The asked line, or nothing where nothing is asked, and the reason beneath it. */
export type AskedLine = Readonly<{ ask: string; why: string }>
export const SILENT: AskedLine = { ask: '', why: '' }

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
  [/^(Check what is said|Write down what this round)/, 'observe'],
  [/^Give (a finished turn its|\d+ finished turns their) words/, 'give-words'],
  [/^(Give your last turn its words|Write the words of a turn that was left)/, 'owe-words'],
]

/** The task that a line words: null where it asks nothing, undefined where the play does not know the words. */
export const taskIn = ({ ask }: AskedLine): TaskKind | null | undefined =>
  ask === '' ? null : LINES.find(([pattern]) => pattern.test(ask))?.[1]

/** From now on `hear` is told what this page asks, at first and after each change, however often it is loaded anew. */
export async function hearFrom(page: Page, hear: (said: AskedLine) => void): Promise<void> {
  await page.exposeBinding('pageSays', (_source, said: AskedLine) => hear(said))
  await page.addInitScript(() => {
    let last = ''
    const look = () => {
      const asked = document.querySelector('section[aria-label="Now"] [data-asks]')
      const words = (selector: string) => asked?.querySelector(selector)?.textContent ?? ''
      const said = { ask: words('h2'), why: words('p') }
      const now = JSON.stringify(said)
      if (now === last) return
      last = now
      Reflect.get(window, 'pageSays')(said)
    }
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['data-asks'],
    })
  })
}
