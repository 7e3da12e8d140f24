'use client'
// Moves a deadline in one room or in all. The typed time is in the course's zone; the server converts it to an instant, and each room
// accepts or refuses.
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { wallIn } from '#format/clock-time'
import { dayAndTime } from '#format/days'
import { dueAt } from '#simulation/questions/homework'
import { movablePhases } from '#simulation/reading/assignment'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { ErrorText } from '#ui/error-text'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { useToast } from '#ui/toast'
import { resolveDeadline } from './actions'
import { DeadlineForm } from './deadline-form'
import type { SendResult, useBoard } from './use-board'

type DatesDialogProps = { activityId: string; board: ReturnType<typeof useBoard>; timeZone: string }

export function DatesDialog({ activityId, board, timeZone }: DatesDialogProps) {
  const t = useTranslations('board.dates')
  const locale = useLocale()
  const refusals = useTranslations('refusals')
  const tell = useToast()
  const [open, setOpen] = useState(false)
  const [room, setRoom] = useState('')
  const [phase, setPhase] = useState<number | null>(null)
  const [wall, setWall] = useState<string | null>(null)
  const [fault, setFault] = useState<'no-such-time' | null>(null)
  const [carried, setCarried] = useState<SendResult | null>(null)
  const among = board.heard.filter((heard) => room === '' || heard.room.id === room)
  const first = among[0]?.state
  const choices = first ? movablePhases(first) : []
  const chosen = phase !== null && choices.includes(phase) ? phase : choices[0]
  const due = first && chosen !== undefined ? dueAt(first, chosen) : null

  async function move() {
    if (chosen === undefined || due === null) return
    const landed = await resolveDeadline({ activityId, wall: wall ?? wallIn(due, timeZone) })
    setFault(landed ? null : 'no-such-time')
    if (!landed) return
    const answer = await board.carry(among, { type: 'moveDeadline', phase: chosen, dueAt: landed.at })
    setCarried(answer)
    if (answer.refused.length > 0) return
    setOpen(false)
    setWall(null)
    tell({ text: t('done', { turned: landed.turned, when: dayAndTime(locale, landed.at, timeZone) }) })
  }

  function toggle(next: boolean) {
    setOpen(next)
    setCarried(null)
    setFault(null)
    setWall(null)
  }

  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      trigger={<Button kind="primary">{t('open')}</Button>}
      title={t('title')}
      description={t('lead', { zone: timeZone.replaceAll('_', ' ') })}
    >
      {first === undefined || chosen === undefined || due === null ? (
        <p>{t('nothing')}</p>
      ) : (
        <DeadlineForm
          plan={first.plan}
          phases={choices}
          phase={chosen}
          onPhase={(next) => {
            setPhase(next)
            setWall(null)
          }}
          wall={wall ?? wallIn(due, timeZone)}
          onWall={setWall}
          words={{ phase: t('phase'), when: t('when'), submit: t('move'), cancel: t('cancel') }}
          error={fault ? t('fault') : undefined}
          busy={board.under !== null}
          onSubmit={move}
          between={
            board.heard.length > 1 ? (
              <Field label={t('rooms')}>
                <Select
                  value={room}
                  onChange={(event) => setRoom(event.target.value)}
                  options={[
                    { value: '', label: t('all', { count: board.heard.length }) },
                    ...board.heard.map((heard) => ({ value: heard.room.id, label: heard.room.name })),
                  ]}
                />
              </Field>
            ) : null
          }
        >
          {board.under ? <p role="status">{t('carrying', { done: board.under.done, all: board.under.all })}</p> : null}
          {carried?.refused.map(({ room, why }) => (
            <ErrorText key={room}>
              {room}: {refusals(why)}
            </ErrorText>
          ))}
        </DeadlineForm>
      )}
    </Dialog>
  )
}
