'use client'
// The one button of "now": it leads to the tab in which the task is done, submits the form that is open there, or is the floor's own.
import { useTranslations } from 'next-intl'
import { debriefPath } from '#paths'
import { bringTo } from '#room/hooks/bring-to.ts'
import { CHIPS_FORM, caseStepId, READING_CHECK, readingId, STRATEGY_FORM } from '#room/hooks/own-work.ts'
import { showClause } from '#room/hooks/show-clause.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import type { RoomTab } from '#room/table/phase-screens.ts'
import type { SeatFloor } from '#room/words/use-floor.ts'
import type { Task } from '#simulation/reading/talk/asked'
import type { Now } from '#simulation/reading/talk/now'
import { Button, LinkButton } from '#ui/controls/button'
import { FloorAction } from '../floor/floor-action'
import type { NowWords } from '../now/now-words'
import { tabOfTask } from '../now/task-screens'

export type NowActionProps = {
  at: SeatView
  now: Now
  words: NowWords
  /** The tab that is open. */
  place: RoomTab
  places: readonly RoomTab[]
  go: (place: RoomTab) => void
  toComposer: () => void
  floor: SeatFloor
  /** The form in which the task is done, where it is on the page, and the words of its button. */
  form: { id: string; verb: string } | null
}

/** What is asked may lie beneath words that fill the screen. */
function leadTo(id: string, first = 'input, textarea, button:not(:disabled, [aria-disabled="true"])'): void {
  const asked = document.getElementById(id)
  if (!asked) return
  bringTo(asked)
  asked.querySelector<HTMLElement>(first)?.focus({ preventScroll: true })
}

/** Where on this tab a task is done, where that is not all of the tab. */
function leadHere(task: Task): (() => void) | null {
  switch (task.kind) {
    case 'lay-chips':
    case 'propose-chips':
      return () => leadTo(CHIPS_FORM)
    case 'ask-side':
    case 'answer-side':
    case 'score-case':
    case 'guess-side':
    case 'say-case':
      return () => leadTo(caseStepId(task.kind, task.of))
    case 'read-brief':
      return task.sheet ? () => leadTo(STRATEGY_FORM) : null
    case 'check-reading':
      return () => leadTo(READING_CHECK, 'summary')
    case 'mark-reading':
      return () => {
        showClause(task.clause)
        requestAnimationFrame(() => leadTo(readingId(task.clause)))
      }
    case 'choose-seat':
    case 'draw-seat':
    case 'await-seat':
    case 'await-start':
    case 'await-phase':
    case 'look-back':
    case 'ended':
    case 'own-view':
    case 'watch':
    case 'look':
    case 'talk-in-caucus':
    case 'observe':
    case 'give-words':
    case 'owe-words':
    case 'tap-turn':
    case 'file':
    case 'propose':
    case 'proposed':
    case 'filed':
    case 'cases-done':
    case 'speak':
    case 'open':
    case 'listen':
    case 'in-queue':
    case 'ask-for-floor':
    case 'answer-motion':
    case 'settle':
    case 'answer-offer':
    case 'initial':
    case 'settled':
    case 'cast':
    case 'advise':
    case 'ratify':
    case 'nothing-to-vote':
    case 'voted':
    case 'home-sealed':
    case 'members-decide':
    case 'nothing-to-ratify':
    case 'chair-decided':
    case 'reflect':
    case 'reflected':
    case 'claim':
    case 'look-back-together':
      return null
    default:
      return task satisfies never
  }
}

/** Tasks done with the floor's own buttons. */
const OF_THE_FLOOR: readonly string[] = ['speak', 'ask-for-floor', 'in-queue', 'listen']

/** In a phone's dock the button is as wide as the dock. */
export function NowAction({ dock = false, ...props }: NowActionProps & { dock?: boolean }) {
  const { at, now, words, place, places, go, toComposer, floor, form } = props
  const t = useTranslations('now')
  const { task } = now
  if (form)
    return (
      <Button kind="primary" wide={dock} type="submit" form={form.id}>
        {form.verb}
      </Button>
    )
  if (task.kind === 'look-back')
    return (
      <LinkButton kind="primary" wide={dock} href={debriefPath(at.roomId)}>
        {words.verb}
      </LinkButton>
    )
  const tab = tabOfTask(task, { inLobby: at.state.agenda.status === 'lobby', places })
  const elsewhere = tab !== null && tab !== place && places.includes(tab) ? tab : null
  if (floor.open && OF_THE_FLOOR.includes(task.kind)) {
    if (elsewhere === null || (!dock && task.kind !== 'speak')) return <FloorAction at={at} floor={floor} dock={dock} />
    return (
      <Button kind="primary" wide={dock} onClick={task.kind === 'speak' ? toComposer : () => go(elsewhere)}>
        {task.kind === 'speak' ? t('do.speak') : t('do.toRecord')}
      </Button>
    )
  }
  if (task.kind === 'open')
    return (
      <Button kind="primary" wide={dock} onClick={toComposer}>
        {words.verb}
      </Button>
    )
  // On the record of a wide window no other button asks for the floor, whatever else is asked while the joint text is negotiated.
  if (floor.open && !dock && place === 'record')
    return (
      <>
        <FloorAction at={at} floor={floor} second={elsewhere !== null || task.kind === 'tap-turn'} />
        {elsewhere === null || words.verb === null ? null : (
          <Button kind={now.asks ? 'primary' : 'plain'} onClick={() => go(elsewhere)}>
            {words.verb}
          </Button>
        )}
      </>
    )
  const here = elsewhere === null ? leadHere(task) : null
  if (here)
    return (
      <Button kind="primary" wide={dock} onClick={here}>
        {task.kind === 'read-brief' ? t('do.strategy') : words.verb}
      </Button>
    )
  if (elsewhere === null || words.verb === null) return null
  return (
    <Button kind={now.asks ? 'primary' : 'plain'} wide={dock} onClick={() => go(elsewhere)}>
      {words.verb}
    </Button>
  )
}
