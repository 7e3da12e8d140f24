/** What a course's staff may play: the scenarios that the server came with, and those that were written here and are open to them. */
import type { Scenario } from '#simulation/scenario/scenario'
import { scenarioShelf } from './shelf'
import { findWritten, type Maker, readPlayable } from './written'

/** Those on offer, in the reader's language where there is a translation. */
export const offeredIn = async (maker: Maker, language: string): Promise<readonly Scenario[]> => [
  ...scenarioShelf().offered(language),
  ...(await readPlayable(maker)),
]

/** The scenario that this key names; one that was taken off the offer too. */
export const findIn = async (maker: Maker, key: string, language?: string): Promise<Scenario | null> =>
  scenarioShelf().find(key, language) ?? findWritten(maker, key)
