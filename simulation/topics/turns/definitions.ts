// The commands and events of turns' words. Who may give them is decided in turns.ts. The words stand at the turn's own number
// (floor/definitions.ts); the entry of giving them says so, and keeps them once others have taken their place.
import { turnIn } from '../../questions/turns'
import type { commands, events } from '../../shapes/turns'
import type { RoomState } from '../../state/room-state'
import { procedure } from '../entry-content'
import { answeredIn, writtenIn } from '../statements/statements'
import { type CommandDefinitions, type EventDefinitions, onRecord, SILENT, type TypeIn, takeAnchors } from '../topic'
import { giveWords, leaveWords, setDictation, tapTurn } from './turns'

export const turnsCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  giveWords: { decide: giveWords },
  leaveWords: { decide: leaveWords },
  tapTurn: { decide: tapTurn },
  setDictation: { decide: (state, { on }, who) => setDictation(state, on, who) },
}

export const turnsEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  WordsGiven: {
    causes: ['facts'],
    words(event, take) {
      const of = { at: String(event.turn) }
      return { ...event, text: take(event.text, of), anchors: takeAnchors(event.anchors, take, of) }
    },
    places: ({ turn }) => [String(turn)],
    fold(room, { type: _type, turn, ...words }, { at, by }) {
      // The entry is added after this fold, under the next number.
      const entry = room.record.length + 1
      const times = (room.turnWords[turn]?.times ?? 0) + 1
      room.turnWords = { ...room.turnWords, [turn]: { ...words, entry, by, at, times } }
      const { [turn]: _left, ...leftTo } = room.leftTo
      room.leftTo = leftTo
      // T10: what was said last of whom it answers counts.
      const tapped = room.turnTaps[turn]
      if (tapped?.answers !== undefined && words.answers !== null)
        room.turnTaps = { ...room.turnTaps, [turn]: { ...tapped, answers: words.answers } }
      // T6: new words stand, also where those before were withdrawn.
      const { [turn]: _withdrawn, ...withdrawn } = room.withdrawn
      room.withdrawn = withdrawn
    },
    numbering: onRecord,
    content(state, { turn, seat, as, text }, { no }) {
      const replacedBy = replacementOf(state, turn, no)
      return replacedBy === null
        ? procedure({ key: 'words-given', turn, seat, as })
        : { kind: 'earlier-words', turn, replacedBy, text }
    },
    searchText: writtenIn,
    command: ({ turn, text, intent, answers, anchors, dictated }) => ({
      type: 'giveWords',
      turn,
      text,
      intent,
      answers,
      anchors,
      dictated,
    }),
    // Counted for the speaker, whoever wrote; and once, however often the words are replaced.
    work(state, { turn, answers, anchors }) {
      const speaker = turnIn(state, turn)?.speaker
      if (!speaker || state.turnWords[turn]?.times !== 1) return null
      const to = answeredIn(state, answers)
      return { what: answers === null ? 'opening' : 'answer', by: speaker, to, anchors: anchors.length }
    },
    later: (state, { turn }, { no }) => String(replacementOf(state, turn, no) ?? ''),
  },
  WordsLeft: {
    words: null,
    ...SILENT,
    fold(room, { turn, to }) {
      const { [turn]: _left, ...leftTo } = room.leftTo
      const person = to === null ? null : (room.seats[to]?.holder ?? null)
      room.leftTo = to === null ? leftTo : { ...leftTo, [turn]: { seat: to, person } }
      if (!room.toldSpoken.includes(turn)) room.toldSpoken = [...room.toldSpoken, turn]
    },
    command: ({ turn, to }) => ({ type: 'leaveWords', turn, to }),
  },
  TurnTapped: {
    words: null,
    ...SILENT,
    fold(room, { type: _type, turn, ...taps }, { by, at }) {
      room.turnTaps = { ...room.turnTaps, [turn]: { ...taps, by, at } }
    },
    command: ({ type: _type, seat: _seat, as: _as, ...tapped }) => ({ type: 'tapTurn', ...tapped }),
  },
  DictationSet: {
    words: null,
    ...SILENT,
    fold(room, { on }) {
      room.dictation = on
    },
    command: ({ on }) => ({ type: 'setDictation', on }),
  },
}

/** The number of the entry whose words stand in the place of this entry's; null while its own do. */
function replacementOf({ turnWords }: RoomState, turn: number, no: string): number | null {
  const entry = turnWords[turn]?.entry ?? null
  return entry === Number(no) ? null : entry
}
