/**
 * The pages of a record are drawn by Next, on the event loop, and those of a long one cost tens of milliseconds each. One is drawn at a time
 * on a server: twenty-five that are asked for at once hold the loop no longer at a time than one.
 */
import { after } from 'next/server'
import { DrawingLanes } from './drawing-lanes'

/** A page whose reader takes it slowly costs nothing while they do, and gives its turn away. */
const LONGEST_MS = 500

/** On `globalThis`, because Next bundles its own copies of this module, and each would have a turn of its own. */
const shared: typeof globalThis & { __trackTwoPageTurns?: DrawingLanes } = globalThis
shared.__trackTwoPageTurns ??= new DrawingLanes({ atOnce: 1, longestMs: LONGEST_MS })
const turns = shared.__trackTwoPageTurns

/**
 * Resolves when no other page of a record is being drawn. To be awaited last before a page is returned, with all that it shows at hand; the
 * turn ends with the response. Where very many wait it resolves at once, because whoever asks is already held back by their own lane.
 */
export function turnToDraw(): Promise<void> {
  return new Promise((go) => {
    const drawing = turns.run('record', () => {
      go()
      return new Promise<void>((end) => after(end))
    })
    void drawing.then((drawn) => {
      if (!drawn) go()
    }, go)
  })
}
