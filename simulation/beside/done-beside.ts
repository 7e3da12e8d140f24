// How far a class is with what is asked of it beside the log.
import type { Counted } from './kind/define-beside'
import type { AskedBeside } from './slices'

/** Of how many students something is asked, and how many of them have done all of it. */
export function doneBeside(all: readonly Pick<AskedBeside, 'counted'>[]): Counted {
  const asked = all.filter(({ counted }) => counted.asked > 0)
  return { asked: asked.length, done: asked.filter(({ counted }) => counted.done >= counted.asked).length }
}
