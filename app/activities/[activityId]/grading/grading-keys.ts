// What each key does in the grading place. A key that does nothing says why.
import type { Level } from '#marks/score.ts'
import type { Keys } from '#room/hooks/use-keys.ts'
import { type Criterion, topOf } from '#simulation/reading/log/rubric'
import { type GradingView, subjectOf } from './use-grading'

/** Names of the message that says why a key did nothing, or what it did. */
export type KeyWord =
  | 'no-level'
  | 'nobody-left'
  | 'nobody-chosen'
  | 'no-entry'
  | 'no-further-entry'
  | 'evidence-off'
  | 'no-further-row'
  | 'first-student'
  | 'names-hidden'
  | 'names-stay'

/** The fields into which keys set the focus. */
export type FieldName = 'comment' | 'overall' | 'name'

type Hands = {
  view: GradingView
  tell: (word: KeyWord) => void
  /** Says what became of it. */
  given: (criterion: Criterion, level: Level) => void
  evidence: (no: string) => void
  noEvidence: () => void
  noPart: () => void
  hideNames: () => void
  /** Sets the focus into a field of the page. */
  focus: (field: FieldName) => void
  help: () => void
}

export function gradingKeys({ view, tell, given, evidence, noEvidence, noPart, hideNames, focus, help }: Hands): Keys {
  const { score, person, cursor, grading, shown } = view
  const chosen = (act: () => void) => () => (person ? act() : tell('nobody-chosen'))
  const asked = (act: () => void) => chosen(() => (grading.evidence === 'off' ? tell('evidence-off') : act()))
  const row = (by: 1 | -1) =>
    chosen(() => {
      const to = score.row + by
      if (to < 0 || to >= score.criteria.length) tell('no-further-row')
      else score.goTo(to)
    })
  const entry = (by: 1 | -1) =>
    chosen(() => (shown.length === 0 ? tell('no-entry') : view.moveCursor(by) || tell('no-further-entry')))
  const digit = (level: Level) => {
    // The first digit chooses the first student with a level to give, and is their level.
    const whom = person ?? view.next
    const criterion = person ? score.current : whom && score.criteriaFor(subjectOf(whom.id))[0]
    if (!whom || !criterion) return tell('nobody-left')
    if (level > topOf(score.rubricOf(subjectOf(whom.id)))) return tell('no-level')
    // Where no entry is to be named, there is nothing more to do in the row.
    const goesOn = grading.evidence === 'off' ? 1 : 0
    if (person) score.goTo(score.row + goesOn)
    else view.goTo(whom.id, goesOn)
    score.setLevel(level, criterion.key, subjectOf(whom.id))
    given(criterion, level)
  }
  return [
    ...Array.from({ length: 10 }, (_, value) => [String(value), () => digit(value)] as const),
    ...(['j', 'ArrowDown'] as const).map((key) => [key, row(1)] as const),
    ...(['k', 'ArrowUp'] as const).map((key) => [key, row(-1)] as const),
    ['[', entry(-1)],
    [']', entry(1)],
    ['x', asked(() => (cursor === null ? tell('no-entry') : evidence(cursor)))],
    ['v', asked(noEvidence)],
    ['c', chosen(() => focus('comment'))],
    ['Shift+C', chosen(() => focus('overall'))],
    ['z', chosen(noPart)],
    ['n', () => (view.next ? view.goTo(view.next.id) : tell('nobody-left'))],
    ['b', chosen(() => (view.before ? view.goTo(view.before.id) : tell('first-student')))],
    // Names that are shown by a slip cannot be hidden again from who has read them, so a key only hides.
    [
      'h',
      () => {
        if (!view.runs || !view.homework) tell('names-stay')
        else if (grading.hideNames) tell('names-hidden')
        else hideNames()
      },
    ],
    ['g', () => focus('name')],
    ['?', help],
    ['Shift+?', help],
  ]
}
