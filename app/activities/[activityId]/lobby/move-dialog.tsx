'use client'
// Moves one participant: to a free seat, into another's seat, to another room, or out. The room's rules accept or refuse.
import { useTranslations } from 'next-intl'
import { startTransition, useState } from 'react'
import type { Refusal, RoomView } from '#room/room-view.ts'
import { personId, type SeatId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/kernel/room-command'
import { seatHeldBy } from '#simulation/kernel/room-state'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/checkbox'
import { delegationIn } from '#ui/delegations.ts'
import { Dialog, DialogClose } from '#ui/dialog'
import { ErrorText } from '#ui/error-text'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { useToast } from '#ui/toast'
import { giveTable, setDoor } from '../actions'
import styles from './lobby.module.css'
import type { LobbyPerson, LobbyRoom } from './lobby-data'

type MoveDialogProps = {
  activityId: string
  room: LobbyRoom
  rooms: readonly LobbyRoom[]
  view: RoomView
  person: LobbyPerson
  doorIsOpen: boolean
}

export function MoveDialog({ activityId, room, rooms, view, person, doorIsOpen }: MoveDialogProps) {
  const t = useTranslations('lobby.move')
  const refusals = useTranslations('refusals')
  const tell = useToast()
  const [open, setOpen] = useState(false)
  const [chosen, choose] = useState('')
  const [closing, setClosing] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const places = usePlaces(view, person)
  const mine = view.state && seatHeldBy(view.state, personId.parse(person.id))
  const seat = places.find((place) => place.value === chosen) ?? places.find((place) => !place.disabled)
  const otherTables = rooms.filter((other) => other.id !== room.id)

  async function ask(command: ClientCommand, done: string): Promise<boolean> {
    const answer = await view.submit(command)
    setRefusal(answer.ok ? null : answer.rejection)
    if (!answer.ok) return false
    setOpen(false)
    tell({ text: done })
    return true
  }

  const place = (to: SeatId | null) =>
    ask({ type: 'placePerson', person: personId.parse(person.id), seat: to }, t('done', { name: person.name }))

  async function remove() {
    const done = t('removed', { name: person.name })
    if (!(await ask({ type: 'removePerson', person: personId.parse(person.id) }, done)) || !closing) return
    const form = new FormData()
    for (const [name, value] of Object.entries({ activityId, door: 'closed' })) form.set(name, value)
    startTransition(() => setDoor(form))
  }

  async function toTable(roomId: string) {
    if (mine && !(await place(null))) return
    const form = new FormData()
    for (const [name, value] of Object.entries({ activityId, participantId: person.id, roomId })) form.set(name, value)
    startTransition(() => giveTable(form))
    setOpen(false)
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button kind="quiet" size="dense" aria-label={t(mine ? 'openFor' : 'placeFor', { name: person.name })}>
          {t(mine ? 'open' : 'place')}
        </Button>
      }
      title={t('title', { name: person.name })}
      actions={
        <DialogClose>
          <Button>{t('cancel')}</Button>
        </DialogClose>
      }
    >
      <div className={styles.move}>
        <Field label={t('seat')} error={refusal ? refusals(refusal) : undefined}>
          <Select value={seat?.value ?? ''} onChange={(event) => choose(event.target.value)} options={places} />
        </Field>
        <div className={styles.row}>
          <Button kind="primary" onClick={() => seat && place(seat.id)}>
            {t('go')}
          </Button>
          {mine ? <Button onClick={() => place(null)}>{t('stand')}</Button> : null}
        </div>
        <p className={styles.hint}>{t('hears')}</p>
        {otherTables.length > 0 ? <OtherTables tables={otherTables} onMove={toTable} /> : null}
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
          <Button kind="danger" onClick={() => void remove()}>
            {t('remove')}
          </Button>
          <p className={styles.hint}>{t('removeText')}</p>
        </div>
        {refusal && places.length === 0 ? <ErrorText>{refusals(refusal)}</ErrorText> : null}
      </div>
    </Dialog>
  )
}

/** Every seat of the room as an option: free, held by someone, or this person's own. */
function usePlaces(view: RoomView, person: LobbyPerson) {
  const t = useTranslations('lobby')
  const seats = Object.values(view.state?.seats ?? {})
  return seats.map((seat) => {
    const country = delegationIn(view.state?.plan, seat.delegation)?.name ?? t('observers')
    const place = t('move.seatOf', { country, office: seat.title })
    const holder = seat.holder
    const own = holder !== null && holder === person.id
    const name = holder === null ? '' : (view.displayNames[holder] ?? t('someone'))
    const label = own ? t('move.own', { place }) : t(holder === null ? 'move.freeSeat' : 'move.swap', { place, name })
    return { id: seat.id, value: String(seat.id), label, disabled: own }
  })
}

function OtherTables({ tables, onMove }: { tables: readonly LobbyRoom[]; onMove: (roomId: string) => void }) {
  const t = useTranslations('lobby.move')
  const [chosen, choose] = useState(tables[0]?.id ?? '')
  return (
    <div className={styles.row}>
      <Field label={t('otherTable')}>
        <Select
          value={chosen}
          onChange={(event) => choose(event.target.value)}
          options={tables.map((table) => ({ value: table.id, label: table.name }))}
        />
      </Field>
      <Button onClick={() => onMove(chosen)}>{t('goTable')}</Button>
    </div>
  )
}
