'use client'
// Moves one person: to a free seat, into another's, to another room, or out. One dialog for a whole page; the room's rules accept or
// refuse, and a refusal stands in the dialog.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type PersonId, personId, type SeatId, seatId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/kernel/room-command'
import { type RoomState, seatHeldBy } from '#simulation/kernel/room-state'
import { placesFor, type SeatOption } from '#simulation/reading/attendance'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/checkbox'
import { Dialog, DialogClose } from '#ui/dialog'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { useToast } from '#ui/toast'
import styles from './move-dialog.module.css'
import type { Refusal, RoomView } from './room-view'
import { useSeatName } from './use-seat-name'

/** Whom to move, or which seat to give; one of the two is chosen in the dialog when it is null. */
export type Moving = { person: PersonId | null; seat: SeatId | null }

export type MoveDialogProps = {
  state: RoomState
  submit: RoomView['submit']
  nameOf: (person: PersonId) => string
  /** Who may be given a seat that is chosen first. */
  people: readonly PersonId[]
  moving: Moving | null
  onClose: () => void
  /** Other rooms of the activity; the person stands up here before `onTable` is called. */
  tables?: { rooms: readonly { id: string; name: string }[]; onTable: (person: PersonId, roomId: string) => void }
  /** Called after the person was removed, with whether the door is to be closed too. */
  removal?: { doorIsOpen: boolean; onRemoved: (closeDoor: boolean) => void }
}

export function MoveDialog(props: MoveDialogProps) {
  const { moving, onClose, nameOf } = props
  const t = useTranslations('seating.move')
  const person = moving?.person ?? null
  return (
    <Dialog
      open={moving !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={person ? t('title', { name: nameOf(person) }) : t('titleNobody')}
      actions={
        <DialogClose>
          <Button>{t('cancel')}</Button>
        </DialogClose>
      }
    >
      {moving ? <MoveForm key={`${moving.person} ${moving.seat}`} {...props} moving={moving} /> : null}
    </Dialog>
  )
}

function MoveForm({
  state,
  submit,
  nameOf,
  people,
  moving,
  onClose,
  tables,
  removal,
}: MoveDialogProps & { moving: Moving }) {
  const t = useTranslations('seating.move')
  const refusals = useTranslations('refusals')
  const tell = useToast()
  const [person, setPerson] = useState<PersonId | null>(moving.person ?? people[0] ?? null)
  const [wanted, setWanted] = useState<SeatId | null>(moving.seat)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const places = placesFor(state, person)
  const labelOf = usePlaceLabel(state, person, nameOf)
  const chosen = places.find(({ seat }) => seat.id === wanted) ?? places.find(({ is }) => is !== 'own')
  const mine = person && seatHeldBy(state, person)

  async function ask(command: ClientCommand, done: string): Promise<boolean> {
    const answer = await submit(command)
    setRefusal(answer.ok ? null : answer.rejection)
    if (!answer.ok) return false
    onClose()
    tell({ text: done })
    return true
  }
  const place = (who: PersonId, seat: SeatId | null) =>
    ask({ type: 'placePerson', person: who, seat }, t('done', { name: nameOf(who) }))

  return (
    <div className={styles.form}>
      {moving.person ? null : (
        <Field label={t('who')}>
          <Select
            value={person ?? ''}
            onChange={(event) => setPerson(personId.parse(event.target.value))}
            options={people.map((one) => ({ value: one, label: nameOf(one) }))}
          />
        </Field>
      )}
      <Field label={t('seat')} hint={t('hears')} error={refusal ? refusals(refusal) : undefined}>
        <Select
          value={chosen?.seat.id ?? ''}
          onChange={(event) => setWanted(seatId.parse(event.target.value))}
          options={places.map((each) => ({ value: each.seat.id, label: labelOf(each), disabled: each.is === 'own' }))}
        />
      </Field>
      <div className={styles.row}>
        <Button kind="primary" onClick={() => person && chosen && void place(person, chosen.seat.id)}>
          {t('go')}
        </Button>
        {mine ? <Button onClick={() => void place(person, null)}>{t('stand')}</Button> : null}
      </div>
      {tables && person && tables.rooms.length > 0 ? (
        <OtherTables
          rooms={tables.rooms}
          onMove={async (roomId) => {
            if (mine && !(await place(person, null))) return
            tables.onTable(person, roomId)
            onClose()
          }}
        />
      ) : null}
      {removal && person ? (
        <Removal
          doorIsOpen={removal.doorIsOpen}
          onRemove={async (closeDoor) => {
            const done = t('removed', { name: nameOf(person) })
            if (await ask({ type: 'removePerson', person }, done)) removal.onRemoved(closeDoor)
          }}
        />
      ) : null}
    </div>
  )
}

/** A place in the list: its seat, and what moving there does. */
function usePlaceLabel(state: RoomState, person: PersonId | null, nameOf: (person: PersonId) => string) {
  const t = useTranslations('seating.move')
  const seatName = useSeatName(state.plan)
  const sits = person !== null && seatHeldBy(state, person) !== null
  return ({ seat, is }: SeatOption): string => {
    const place = seatName(seat)
    if (is !== 'held' || seat.holder === null) return t(is === 'held' ? 'free' : is, { place, name: '' })
    return t(sits ? 'held' : 'displace', { place, name: nameOf(seat.holder) })
  }
}

function OtherTables({
  rooms,
  onMove,
}: {
  rooms: readonly { id: string; name: string }[]
  onMove: (roomId: string) => void
}) {
  const t = useTranslations('seating.move')
  const [chosen, choose] = useState(rooms[0]?.id ?? '')
  return (
    <div className={styles.row}>
      <Field label={t('otherTable')}>
        <Select
          value={chosen}
          onChange={(event) => choose(event.target.value)}
          options={rooms.map((table) => ({ value: table.id, label: table.name }))}
        />
      </Field>
      <Button onClick={() => onMove(chosen)}>{t('goTable')}</Button>
    </div>
  )
}

function Removal({ doorIsOpen, onRemove }: { doorIsOpen: boolean; onRemove: (closeDoor: boolean) => void }) {
  const t = useTranslations('seating.move')
  const [closing, setClosing] = useState(false)
  return (
    <div className={styles.removal}>
      {/* The option stands before the button that removes, so that it is chosen first. */}
      {doorIsOpen ? (
        <>
          <Checkbox checked={closing} onChange={(event) => setClosing(event.currentTarget.checked)}>
            {t('closeDoor')}
          </Checkbox>
          <p className={styles.hint}>{t('closeDoorText')}</p>
        </>
      ) : null}
      <Button kind="danger" onClick={() => onRemove(closing)}>
        {t('remove')}
      </Button>
      <p className={styles.hint}>{t('removeText')}</p>
    </div>
  )
}
