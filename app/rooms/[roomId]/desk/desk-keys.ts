// What each key does at the desk: fifteen in all, with one meaning each wherever the chair looks.
import { firstSubject, neighbourOf } from '#marks/score.ts'
import type { Score } from '#marks/use-score.ts'
import type { Keys } from '#room/hooks/use-keys.ts'
import { topOf } from '#simulation/reading/log/rubric'
import { isOver } from '#simulation/reading/room/notices'
import type { AgendaStep } from './faces/agenda-step'
import type { ShownRecord } from './faces/use-shown-record'
import type { Note } from './notes/note-dialog'
import { cardsKeys, openCards } from './scoring/cards-keys'
import type { DeskView } from './scoring/desk-view'
import type { DeskLayout } from './scoring/use-desk-layout'
import type { DeskCommands } from './use-desk-commands'

type Desk = {
  desk: DeskView
  layout: DeskLayout
  record: ShownRecord
  score: Score
  /** Without the one that sends news: no single key may send anything to a class. */
  commands: Omit<DeskCommands, 'sendInject'>
  step: AgendaStep
  note: (note: Note) => void
  /** Hides the words of the line picked, or of the newest; again brings them back. */
  hide: () => void
  help: () => void
}

export function deskKeys({ desk, layout, record, score, commands, step, note, hide, help }: Desk): Keys {
  const { subject } = score
  const shared: Keys = [
    ['Space', commands.pauseOrResume],
    ['Enter', commands.takeNext],
    ['e', step.end],
    ['t', commands.takeBackFloor],
    ['u', commands.undo],
    ['x', hide],
    ['b', commands.blank],
    ['n', () => isOver(desk.state) || note({ kind: 'nudge', to: 'room' })],
    ['?', help],
    ['Shift+?', help],
  ]
  const cards = openCards(score, layout)
  if (cards) return [...shared, ...cardsKeys({ state: desk.state, score, layout }, cards)]
  return [
    ...shared,
    ['s', () => layout.setScoring(!layout.scoring)],
    ['Escape', () => layout.setScoring(false)],
    ['ArrowUp', () => record.step(-1)],
    ['ArrowDown', () => record.step(1)],
    ['j', () => toRow(desk, layout, score, 1)],
    ['k', () => toRow(desk, layout, score, -1)],
    ['v', () => layout.scoring && score.setNoEvidence()],
    ...Array.from({ length: 10 }, (_, value) => [String(value), () => level(value)] as const),
  ]

  function level(value: number) {
    if (layout.scoring && subject && value <= topOf(score.rubricOf(subject))) score.setLevel(value)
  }
}

/** The first press only opens the sheet; then the next row or the one before, and beyond the last the next subject. */
function toRow(desk: DeskView, layout: DeskLayout, score: Score, by: 1 | -1): void {
  const { subject, row, criteria, marks, criteriaFor } = score
  const first = firstSubject(desk.state, marks, criteriaFor)
  if (!subject && first) score.choose(first)
  else if (layout.scoring) {
    const to = row + by
    const beyond = to < 0 || to >= criteria.length
    const next = beyond ? neighbourOf(subject, by, desk.state, marks, criteriaFor) : null
    if (next) score.choose(next)
    else if (!beyond) score.goTo(to)
  }
  layout.setScoring(true)
}
