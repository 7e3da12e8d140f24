// What each key does at the desk.
import { firstSubject, neighbourOf, sameAsDelegation } from '#marks/score.ts'
import type { Score } from '#marks/use-score.ts'
import { stagePath } from '#paths'
import type { Keys } from '#room/hooks/use-keys.ts'
import { motionToRule, pointsToRule } from '#simulation/questions/motions'
import { isOver, unsentInjects } from '#simulation/reading/notices'
import { claimsToJudge } from '#simulation/reading/objectives'
import { openCalls } from '#simulation/reading/room-needs'
import { topOf } from '#simulation/reading/rubric'
import { opensNow } from '#simulation/state/room-state'
import type { AgendaStep } from './agenda-step'
import { cardsKeys, openCards } from './cards-keys'
import type { DeskView } from './desk-view'
import type { Note } from './note-dialog'
import type { DeskCommands } from './use-desk-commands'
import type { DeskLayout } from './use-desk-layout'
import type { ShownRecord } from './use-shown-record'

type Desk = {
  desk: DeskView
  layout: DeskLayout
  record: ShownRecord
  score: Score
  /** Without the one that sends news: no single key may send anything to a class. */
  commands: Omit<DeskCommands, 'sendInject'>
  step: AgendaStep
  note: (note: Note) => void
  /** Opens the sheet from which this inject can be sent. */
  readInject: (key: string) => void
  /** Opens the menu of the entry at hand. */
  menu: (no: string) => void
  /** Hides the words of the line picked, or of the newest; again brings them back. */
  hide: () => void
  /** Opens the ruling on this seat's point of order. */
  rule: (seat: string) => void
  /** Opens the sheet in which the chair decides a ratification, while one runs. */
  decide: () => void
  help: () => void
}

export function deskKeys({
  desk,
  layout,
  record,
  score,
  commands,
  step,
  note,
  readInject,
  menu,
  hide,
  rule,
  decide,
  help,
}: Desk): Keys {
  const { atHand } = record
  const { subject } = score
  const cards = openCards(score, layout)
  if (cards) return cardsKeys({ state: desk.state, score, layout, help }, cards)
  return [
    ['Space', commands.pauseOrResume],
    ['Enter', commands.takeNext],
    ['e', step.end],
    ['t', commands.takeBackFloor],
    ['u', commands.undo],
    ['m', () => atHand && menu(atHand.no)],
    ['b', commands.blank],
    ['x', hide],
    ['v', () => layout.scoring && score.setNoEvidence()],
    ['d', () => (layout.scoring ? asDelegation(desk, score) : opensNow(desk.state, 'ratifies') && decide())],
    ['j', () => toRow(desk, layout, score, 1)],
    ['k', () => toRow(desk, layout, score, -1)],
    ['h', () => toSubject(desk, layout, score, -1)],
    ['l', () => toSubject(desk, layout, score, 1)],
    ['c', () => record.setCaucuses(!record.caucuses)],
    ['f', () => subject && record.setOnly(!record.only)],
    ['n', () => isOver(desk.state) || note({ kind: 'nudge', to: 'room' })],
    [
      'a',
      () => {
        const [call] = openCalls(desk.state)
        if (call) note({ kind: 'answer', call })
      },
    ],
    [
      'r',
      () => {
        const [point] = pointsToRule(desk.state)
        if (point) rule(point.seat)
      },
    ],
    ['y', () => judge(true)],
    ['q', () => judge(false)],
    ['p', () => void window.open(stagePath(desk.roomId), `stage-${desk.roomId}`)],
    ['?', help],
    ['Shift+?', help],
    ['Escape', () => layout.setKeyed(false)],
    ['ArrowUp', () => record.step(-1)],
    ['ArrowDown', () => record.step(1)],
    ['Shift+R', () => layout.toTab('record')],
    ['Shift+D', () => layout.toTab('delegations')],
    ['Shift+A', () => layout.toTab('agenda')],
    ['Shift+S', () => layout.toTab('score')],
    ...Array.from({ length: 10 }, (_, value) => [String(value), () => digit(value)] as const),
  ]

  /** The motion that is open on the floor, or at the debrief the oldest claim that waits, which the list shows first (M4, D13). */
  function judge(confirmed: boolean) {
    const motion = motionToRule(desk.state)
    if (motion) void desk.ask({ type: 'ruleMotion', motion: motion.no, carried: confirmed })
    const [claim] = motion ? [] : claimsToJudge(desk.state)
    if (claim) void desk.ask({ type: 'judgeClaim', claim: claim.no, confirmed })
  }

  function digit(value: number) {
    if (layout.digits) {
      if (subject && value <= topOf(score.rubricOf(subject))) score.setLevel(value)
      return
    }
    const chosen = unsentInjects(desk.state).find(({ number }) => number === value)
    if (chosen && (layout.wide || layout.tab === 'agenda')) readInject(chosen.inject.key)
  }
}

/** The first key only goes to the sheet; once the keys are used there, the next row or the one before. */
function toRow(desk: DeskView, layout: DeskLayout, score: Score, by: 1 | -1): void {
  const first = firstSubject(desk.state, score.marks, score.criteriaFor)
  if (!score.subject && first) score.choose(first)
  else if (layout.keyed || !layout.wide) score.goTo(score.row + by)
  layout.toScores()
}

function toSubject(desk: DeskView, layout: DeskLayout, score: Score, by: 1 | -1): void {
  const to = neighbourOf(score.subject, by, desk.state, score.marks, score.criteriaFor)
  if (to) score.choose(to)
  layout.toScores()
}

function asDelegation({ state }: DeskView, score: Score): void {
  const { subject, current, marks, rubricOf } = score
  const same = subject && current && sameAsDelegation(state, marks, subject, current.key, rubricOf)
  if (same) score.setLevel(same.level)
}
