// Lengths that an instructor chose for single phases, and the keys that name a phase wherever its round is played.
import { z } from 'zod'
import type { AgendaBlock } from '../scenario/scenario'
import { scaled } from './chosen-rounds'

/**
 * A phase of an agenda: where it stands (`start`, `close`, or a round by its tension), its kind, and how many of that kind follow there.
 * Counted from the end, because a round has a caucus more at its beginning where it is not played first.
 */
export const phaseKey = z.string().regex(/^[a-z][a-z-]{1,39}\.[a-z-]{1,24}\.\d{1,2}$/)

export function phaseKeys(blocks: readonly AgendaBlock[]): readonly (readonly string[])[] {
  const partOf = (block: AgendaBlock) => (block.block === 'round' ? block.tension : block.block)
  return blocks.map((block, at) =>
    block.phases.map(({ phase: kind }, place) => {
      const later = blocks.flatMap((other, index) =>
        partOf(other) !== partOf(block) || index < at ? [] : other.phases.slice(index === at ? place + 1 : 0),
      )
      return `${partOf(block)}.${kind}.${later.filter(({ phase }) => phase === kind).length}`
    }),
  )
}

/** The blocks with these lengths in seconds, by the phases' keys. */
export function withLengths(
  blocks: readonly AgendaBlock[],
  lengths: Readonly<Record<string, number>> = {},
): readonly AgendaBlock[] {
  const keys = phaseKeys(blocks)
  return blocks.map((block, at) => ({
    ...block,
    phases: block.phases.flatMap((phase, place) => scaled([phase], lengths[keys[at]?.[place] ?? ''] ?? null)),
  }))
}
