'use client'
// The chair's actions on a seat and its holder: grant the floor, send a note, move or swap, remove, re-admit.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type PersonId, personId, type SeatId, seatId } from '#simulation/kernel/ids'
import { seatHeldBy } from '#simulation/kernel/room-state'
import { sideOf } from '#simulation/secrecy/hearing'
import { Button } from '#ui/button'
import { Dialog, DialogClose } from '#ui/dialog'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { useToast } from '#ui/toast'
import { setDoor } from '../../../activities/[activityId]/actions'
import { type DeskView, nameOf } from './desk-view'
import { useSeatTitle } from './note-dialog'
import styles from './note-dialog.module.css'

export type Moving = { person: PersonId | null; seat: SeatId | null }
export type SeatActs = {
  grant: (seat: SeatId) => void
  nudge: (seat: SeatId) => void
  move: (moving: Moving) => void
  /** With `closing`, the join code is closed too: otherwise a removed guest could join again under another name. */
  remove: (person: PersonId, seat: SeatId, closing?: 'closing') => void
}

/** The props that all seat rows share. */
export type SeatsShared = { desk: DeskView; acts: SeatActs; silent: ReadonlySet<SeatId>; hands: readonly SeatId[] }

export function useSeatActs(
  { displayNames, ask, openDoor }: DeskView,
  on: { nudge: (seat: SeatId) => void; move: (moving: Moving) => void },
): SeatActs {
  const t = useTranslations('desk.seat')
  const tell = useToast()
  return {
    ...on,
    grant: (seat) => void ask({ type: 'grantFloor', seat }),
    remove: async (person, seat, closing) => {
      if (!(await ask({ type: 'removePerson', person }))) return
      const closed = closing === 'closing' ? openDoor : null
      if (closed !== null) await setDoor(doorForm(closed, 'closed'))
      const putBack = async () => {
        if (closed !== null) await setDoor(doorForm(closed, 'open'))
        if (await ask({ type: 'readmitPerson', person })) await ask({ type: 'placePerson', person, seat })
      }
      const name = nameOf(displayNames, person) ?? t('someone')
      const how = closed !== null ? 'removedAndClosed' : openDoor === null ? 'removed' : 'removedDoorOpen'
      tell({ text: t(how, { name }), undo: () => void putBack() })
    },
  }
}

function doorForm(activityId: string, door: 'open' | 'closed'): FormData {
  const form = new FormData()
  form.set('activityId', activityId)
  form.set('door', door)
  return form
}

type MoveDialogProps = { desk: DeskView; moving: Moving | null; onMoving: (moving: Moving | null) => void }

export function MoveDialog({ desk, moving, onMoving }: MoveDialogProps) {
  const t = useTranslations('desk.seat')
  return (
    <Dialog open={moving !== null} onOpenChange={(open) => (open ? undefined : onMoving(null))} title={t('moveTitle')}>
      {moving ? <MoveForm desk={desk} moving={moving} onMoving={onMoving} /> : null}
    </Dialog>
  )
}

const STANDING = 'standing'

function MoveForm({ desk, moving, onMoving }: MoveDialogProps & { moving: Moving }) {
  const t = useTranslations('desk.seat')
  const seatTitle = useSeatTitle(desk)
  const { state, displayNames, presence, ask } = desk
  const people = [
    ...new Set([...Object.values(state.seats).flatMap(({ holder }) => holder ?? []), ...presence.people]),
  ].filter((person) => !state.removed.includes(person))
  const [person, setPerson] = useState<PersonId | null>(moving.person ?? people[0] ?? null)
  const from = person ? seatHeldBy(state, person) : null
  const free = state.plan.seats.find((seat) => !state.seats[seat.id]?.holder)?.id ?? null
  const [seat, setSeat] = useState<SeatId | null>(moving.seat ?? free)
  const displaced = seat ? (state.seats[seat]?.holder ?? null) : null
  const named = (one: PersonId) => nameOf(displayNames, one) ?? t('someone')
  const place = () => {
    if (!person) return
    onMoving(null)
    void ask({ type: 'placePerson', person, seat })
  }
  const side = person ? sideOf(state, person) : null
  const changes = side !== null && seat !== null && ![null, side].includes(state.seats[seat]?.delegation ?? null)
  const becomes = !person
    ? null
    : displaced && displaced !== person
      ? t(from ? 'swap' : 'displace', { name: named(person), other: named(displaced) })
      : null
  return (
    <div className={styles.form}>
      <Field label={t('who')}>
        <Select
          value={person ?? ''}
          onChange={(event) => setPerson(personId.parse(event.target.value))}
          options={people.map((one) => ({ value: one, label: named(one) }))}
        />
      </Field>
      <Field label={t('where')} hint={[becomes, changes ? t('hears') : null].filter(Boolean).join(' ') || null}>
        <Select
          value={seat ?? STANDING}
          onChange={(event) => setSeat(event.target.value === STANDING ? null : seatId.parse(event.target.value))}
          options={[
            ...state.plan.seats.map(({ id }) => ({ value: id, label: seatTitle(id), disabled: id === from?.id })),
            { value: STANDING, label: t('noSeat'), disabled: from === null },
          ]}
        />
      </Field>
      <div className={styles.send}>
        <DialogClose>
          <Button>{t('cancel')}</Button>
        </DialogClose>
        <Button kind="primary" onClick={place}>
          {t('move')}
        </Button>
      </div>
    </div>
  )
}
