/** What a story in which words are taken off tries beside its beats: strikes, reasons given anew, puttings back, reports and their answers. */
import { unitsOf } from '#simulation/kernel/gaps'
import { openReports, textsAt } from '#simulation/reading/log/strikes'
import { REPORT_REASONS, STRIKE_REASONS } from '#simulation/shapes/strikes'
import type { RoomState } from '#simulation/state/room-state'
import { CHAIR, type Written } from '../cast'
import { pick } from './story-fitting'
import { type Dice, PEOPLE } from './story-script'

export function strikeAttempt([a, b, c, d, e]: Dice, state: RoomState): { by: string; command: Written } {
  const numbers = [...state.record, ...state.privateEntries].map(({ no }) => no)
  const entry = pick([...numbers, ...Object.keys(state.placed)], b) ?? '1'
  const struck = pick(Object.keys(state.strikes), b) ?? entry
  const reason = d % 3 === 0 ? { text: 'Not here.' } : (pick(STRIKE_REASONS, d) ?? 'not-fit')
  switch (a % 8) {
    case 0:
      return { by: CHAIR, command: { type: 'strikeWords', entry, words: 'all', reason } }
    case 1:
    case 2: {
      const texts = textsAt(state, entry) ?? ['']
      const part = c % texts.length
      const length = Math.max(1, unitsOf(texts[part] ?? '').length)
      const from = d % length
      const words = [{ part, from, to: from + 1 + (e % Math.max(1, length - from)) }]
      return { by: CHAIR, command: { type: 'strikeWords', entry, words, reason } }
    }
    case 3:
      return { by: CHAIR, command: { type: 'putWordsBack', entry: struck, reason: 'It was an office.' } }
    case 4: {
      const text = d % 2 === 0 ? null : 'Out of role.'
      const why = pick(REPORT_REASONS, d) ?? 'other'
      return { by: `p:${pick(PEOPLE, c)}`, command: { type: 'reportLine', entry, reason: why, text } }
    }
    case 5:
      return { by: CHAIR, command: { type: 'answerReport', entry: pick(openReports(state), c)?.entry ?? entry } }
    case 6:
      return { by: CHAIR, command: { type: 'changeStrikeReason', entry: struck, reason } }
    default:
      return { by: CHAIR, command: { type: 'readStruckWords', entry: struck } }
  }
}
