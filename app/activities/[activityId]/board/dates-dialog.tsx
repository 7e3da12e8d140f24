'use client'
// Changes dates in one room or in all: a deadline alone, it and all that follow, or a passed part that is taken again. The typed time is in
// the course's zone; the server converts it, what would change is shown first, and each room accepts or refuses.
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { wallIn } from '#format/clock-time'
import { dayAndTime, shortWeekdayAndTime } from '#format/days'
import { commaList } from '#format/lists'
import { DAY_MS } from '#simulation/kernel/time'
import { dueAt } from '#simulation/questions/homework'
import {
  alike,
  anyMoves,
  changesBy,
  commandFor,
  type DateChange,
  datesFrom,
  MOVES,
  type Move,
  phasesFor,
} from '#simulation/reading/homework/date-moves'
import { Button } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { Dialog } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'
import { type Landed, resolveDeadline } from './actions'
import styles from './board.module.css'
import { DeadlineForm } from './deadline-form'
import type { LiveRoom, SendResult, useBoard } from './use-board'

type DatesDialogProps = { activityId: string; board: ReturnType<typeof useBoard>; timeZone: string }
/** A change that was looked at and is not done yet. */
type Planned = { landed: Landed; rooms: { heard: LiveRoom; command: ReturnType<typeof commandFor> }[] }

/** What takes the form's place has the focus, which would be lost with its button. */
const focused = (node: HTMLElement | null) => node?.focus()

export function DatesDialog({ activityId, board, timeZone }: DatesDialogProps) {
  const t = useTranslations('board.dates')
  const locale = useLocale()
  const refusals = useTranslations('refusals')
  const tell = useToast()
  const [open, setOpen] = useState(false)
  const [move, setMove] = useState<Move>('only')
  const [room, setRoom] = useState('')
  const [phase, setPhase] = useState<number | null>(null)
  const [wall, setWall] = useState<string | null>(null)
  const [fault, setFault] = useState(false)
  const [planned, plan] = useState<Planned | null>(null)
  const [carried, setCarried] = useState<SendResult | null>(null)
  const among = board.heard.filter((heard) => room === '' || heard.room.id === room)
  const first = among[0]
  const choices = first ? phasesFor(first.state, move) : []
  const chosen = phase !== null && choices.includes(phase) ? phase : choices[0]
  const due = first && chosen !== undefined ? dueAt(first.state, chosen) : null
  const at = move === 'reopened' ? (first?.view.now() ?? 0) + DAY_MS : due
  const typed = wall ?? (at === null ? '' : wallIn(at, timeZone))

  const changes = (planned?.rooms ?? []).map(({ heard, command }) => ({
    ...{ room: heard.room.name, changes: changesBy(heard.state, command) },
  }))

  async function preview() {
    if (chosen === undefined) return
    const along = among.flatMap(({ state }) => {
      const from = dueAt(state, chosen)
      return from === null ? [] : [{ from, dates: move === 'following' ? datesFrom(state, chosen) : [] }]
    })
    const landed = await resolveDeadline({ activityId, wall: typed, rooms: along })
    setFault(landed === null)
    if (!landed) return
    const rooms = among.map((heard, index) => ({
      ...{ heard, command: commandFor(move, chosen, landed.at, landed.rooms[index] ?? []) },
    }))
    plan({ landed, rooms })
  }

  async function carry({ landed, rooms }: Planned) {
    const command = (heard: LiveRoom) => rooms.find((each) => each.heard.room.id === heard.room.id)?.command ?? null
    const answer = await board.carry(among, command)
    if (answer.refused.length > 0) return setCarried(answer)
    toggle(false)
    tell({ text: t('done', { how: move, when: dayAndTime(locale, landed.at, timeZone) }) })
  }

  function toggle(next: boolean) {
    setOpen(next)
    setFault(false)
    setWall(null)
    back()
  }

  function back() {
    setCarried(null)
    plan(null)
  }

  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      trigger={<Button kind="primary">{t('open')}</Button>}
      title={t('title')}
      description={t('lead', { zone: timeZone.replaceAll('_', ' ') })}
    >
      {planned ? (
        <div className="form" ref={focused} tabIndex={-1}>
          {planned.landed.turned === 'exact' ? null : <p>{t('changed', { turned: planned.landed.turned })}</p>}
          <DatePreview timeZone={timeZone} rooms={changes} />
          {anyMoves(changes) ? null : <p>{t('same')}</p>}
          {carried ? <p>{t('partly', { count: carried.all - carried.refused.length })}</p> : null}
          {carried?.refused.map((each) => (
            <ErrorText key={each.room}>
              {each.room}: {refusals(each.why)}
            </ErrorText>
          ))}
          {board.under ? <p role="status">{t('carrying', { done: board.under.done, all: board.under.all })}</p> : null}
          <div className="row unprinted">
            {carried || !anyMoves(changes) ? null : (
              <Button kind="primary" busy={board.under !== null} onClick={() => carry(planned)}>
                {t('move', { count: planned.rooms.length })}
              </Button>
            )}
            <Button onClick={back}>{t('back')}</Button>
          </div>
        </div>
      ) : (
        <div className="form">
          <ChoiceGroup legend={t('how')}>
            {MOVES.map((each) => (
              <Choice
                key={each}
                name="how"
                title={t(`ways.${each}`)}
                checked={move === each}
                onChange={() => {
                  setMove(each)
                  setWall(null)
                }}
              >
                {t(`sentences.${each}`)}
              </Choice>
            ))}
          </ChoiceGroup>
          {first === undefined || chosen === undefined ? (
            <p>{t('nothing')}</p>
          ) : (
            <DeadlineForm
              plan={first.state.plan}
              phases={choices}
              phase={chosen}
              onPhase={(next) => {
                setPhase(next)
                setWall(null)
              }}
              wall={typed}
              onWall={setWall}
              words={{
                phase: move === 'reopened' ? t('again') : t('phase'),
                when: move === 'reopened' ? t('until') : t('when'),
                submit: t('preview'),
                cancel: t('cancel'),
              }}
              error={fault ? t('fault') : undefined}
              busy={false}
              onSubmit={preview}
              between={
                board.heard.length > 1 ? (
                  <Field label={t('rooms')}>
                    <Select
                      value={room}
                      onChoose={setRoom}
                      options={[
                        { value: '', label: t('all', { count: board.heard.length }) },
                        ...board.heard.map((heard) => ({ value: heard.room.id, label: heard.room.name })),
                      ]}
                    />
                  </Field>
                ) : null
              }
            />
          )}
        </div>
      )}
    </Dialog>
  )
}

type DatePreviewProps = {
  rooms: readonly { room: string; changes: readonly DateChange[] }[]
  timeZone: string
}

/**
 * What a change of dates would change, old beside new, in each room of the debate; rooms that change alike stand together.
 */
function DatePreview({ rooms, timeZone }: DatePreviewProps) {
  const t = useTranslations('board.dates')
  const phases = useTranslations('record.homeworkPhases')
  const locale = useLocale()
  const when = (at: number) => shortWeekdayAndTime(locale, at, timeZone)
  return alike(rooms).map(({ rooms: among, changes }) => (
    <table key={among[0]} className={styles.changes}>
      <caption>{among.length === rooms.length ? null : commaList(locale, among)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('part')}</th>
          <th scope="col">{t('from')}</th>
          <th scope="col">{t('to')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ phase, kind, from, to, late }) => (
          <tr key={phase}>
            <th scope="row">{phases(kind)}</th>
            <td>{when(from)}</td>
            <td>{late ? t('late', { when: when(to) }) : when(to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ))
}
