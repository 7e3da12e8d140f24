// Every entry that a proof names is in its reader's own record, in random stories; and what is said of the joint text is what their logs hold.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { personId } from '#simulation/kernel/ids'
import { inSeat } from '#simulation/kernel/viewer'
import { caseRows } from '#simulation/reading/positions/cases'
import { injectEffects } from '#simulation/reading/positions/debrief'
import { answeredGrounds, shiftGrounds, sightGrounds } from '#simulation/reading/positions/findings'
import * as grounds from '#simulation/reading/positions/grounds'
import { stoodFinding, widthGrounds } from '#simulation/reading/record/proofs'
import { talkGrounds } from '#simulation/reading/talk/talk'
import { turnsAloud } from '#simulation/reading/talk/turns-said'
import { bracketsOverTime } from '#simulation/reading/text/brackets-over-time'
import { outcomeOf } from '#simulation/reading/text/issued-text'
import { survivingWords } from '#simulation/reading/text/surviving-words'
import type { RoomState } from '#simulation/state/room-state'
import { viewOf } from '../../support/stories/heard'
import { storyOf } from '../../support/stories/stories'
import { script } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)

/** All grounds that name entries. */
function allOf(state: RoomState) {
  const [told, written] = [bracketsOverTime(state), survivingWords(state)]
  return {
    gap: [
      ...(stoodFinding(state)?.rounds ?? []),
      ...widthGrounds(state),
      ...sightGrounds(state),
      ...shiftGrounds(state),
    ],
    talk: [...talkGrounds(state), ...answeredGrounds(state), ...turnsAloud(state)],
    moves: grounds.moveGrounds(state),
    news: grounds.newsGrounds(state, injectEffects(state)),
    brackets: told ? grounds.bracketGrounds(told) : [],
    words: written ? grounds.wordsGrounds(state, written) : [],
    cases: grounds.caseGrounds(caseRows(state)),
  }
}

test('D40 a reader’s proofs name entries of their own public record alone, and of the joint text what the log holds', () => {
  const seen: Record<string, number> = {}
  fc.assert(
    fc.property(script(250), (script) => {
      const { state, rows, plan } = storyOf(script)
      const isPublic = new Set([...state.record].map(({ no }) => no))
      const readers = plan.seats.map(({ id }) => inSeat(personId.parse('somebody-else'), id))
      for (const reader of [{ kind: 'chair' as const }, ...readers]) {
        const own = fold(viewOf(rows, reader, state.unsealedAt !== null))
        if (!own) continue
        const readable = new Set([...own.record, ...own.privateEntries].map(({ no }) => no))
        for (const [part, all] of Object.entries(allOf(own)))
          for (const { key, entries } of all) {
            expect(
              entries.filter((no) => !readable.has(no) || !isPublic.has(no)),
              `${part} ${key}`,
            ).toEqual([])
            seen[part] = (seen[part] ?? 0) + entries.length
          }
      }
      const told = allOf(state)
      const issued = rows.flatMap(({ event }) => (event.type === 'CommuniqueIssued' ? event.clauses : []))
      const clauses = outcomeOf(state)?.clauses ?? []
      expect(clauses.map((one) => [one.clause, one.outcome])).toEqual(issued.map((one) => [one.clause, one.outcome]))
      const eventOf = new Map([...state.record].map(({ no, event }) => [no, event.type]))
      for (const { entries } of told.brackets)
        for (const no of entries)
          expect(eventOf.get(no)).toMatch(/^(ClauseBroughtIn|VersionPutForward|VersionStoodOn|StandsTraded)$/)
    }),
    { seed, numRuns: 8 * Number(process.env.STORY_TIMES ?? 1) },
  )
  for (const part of ['gap', 'talk', 'moves', 'news', 'brackets']) expect(seen[part], part).toBeGreaterThan(20)
})
