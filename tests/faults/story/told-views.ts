/** Compares what the pages of a story show, and the private words that came to them, with the log that their server wrote and with the story. */
import { expect } from 'vitest'
import { maskedLog } from '#simulation/engine/masked-log'
import { fold } from '#simulation/engine/room'
import { personId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { viewerOf } from '#simulation/secrecy/hearing'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'
import { areSame, publicSide, written } from '../../support/files/written'
import { viewOf } from '../../support/stories/heard'
import type { Story } from '../../support/stories/stories'
import { type Allowed, CHAIR_PAGE, STAGE_PAGE } from './story-beforehand'
import type { StoryPage } from './story-pages'

/** Every page is the fold of what its reader may know, and its public side is everybody's; what was compared is counted. */
export function compareViews(
  rows: readonly Recorded[],
  pages: readonly StoryPage[],
  seen: { views: number; entries: number },
): void {
  const unsealed = rows.some(({ event }) => event.type === 'RecordUnsealed')
  const whole = maskedLog(rows).state
  const publicWhole = whole && publicSide(whole)
  for (const { name, link } of pages) {
    const { viewer, state } = link.view
    if (!viewer || !state || !whole) throw new Error(`${name} sees nothing.`)
    expect(viewer, name).toEqual(readerOf(name, whole))
    const told = fold(viewOf(rows, viewer, unsealed))
    if (!areSame(state, told)) expect(written(state), `what ${name} sees`).toBe(written(told))
    const everybodys = publicSide(state)
    if (!areSame(everybodys, publicWhole))
      expect(written(everybodys), `what ${name} knows of everybody`).toBe(written(publicWhole))
    seen.views += 1
    seen.entries += state.record.length
  }
}

/** L4: no page has found a private word that its reader may know only after more than `steps` steps of the story, or never. */
export function expectNoLeak(pages: readonly StoryPage[], allowed: Allowed, steps: number): void {
  for (const { name, found } of pages) {
    const theirs = allowed.get(name)
    const leaked = [...found].filter((token) => (theirs?.get(token) ?? Number.POSITIVE_INFINITY) > steps)
    expect({ name, leaked }).toEqual({ name, leaked: [] })
  }
}

/** Whoever had a right to a private word by the story's end has found it; what was found and what stayed hidden is counted. */
export function expectNothingMissing(
  { book, state }: Story,
  pages: readonly StoryPage[],
  seen: { found: number; hidden: number },
): void {
  for (const { name, found } of pages) {
    const theirs = book.toldTo(readerOf(name, state))
    expect({ name, missing: [...theirs].filter((token) => !found.has(token)) }).toEqual({ name, missing: [] })
    seen.found += found.size
    seen.hidden += book.secrets.length - found.size
  }
}

function readerOf(name: string, whole: RoomState): Viewer {
  if (name === CHAIR_PAGE) return { kind: 'chair' }
  if (name === STAGE_PAGE) return { kind: 'stage' }
  return viewerOf(whole, personId.parse(name))
}
