'use client'
// Moves one person: to a free seat, into another's, to another room, or out. One dialog for a whole page; the room's rules accept or
// refuse, and a refusal stands in the dialog. Somebody who has read another side's brief is moved after a question.
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { type DelegationId, type PersonId, personId, type SeatId, seatId } from '#simulation/kernel/ids'
import { placesFor, type SeatOption } from '#simulation/reading/homework/attendance'
import { briefsReadBy, crossingsOf } from '#simulation/reading/homework/read-briefs'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { type RoomState, seatHeldBy } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { Checkbox } from '#ui/controls/checkbox'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { Dialog } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'
import { delegationIn } from '#ui/words/delegations.ts'
import { useSeatName } from '../hooks/use-seat-name'
import type { Refusal, RoomView } from '../link/room-view'
import styles from './move-dialog.module.css'

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
      onClose={onClose}
      title={person ? t('title', { name: nameOf(person) }) : t('titleNobody')}
      closing={t('cancel')}
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
  const [sure, setSure] = useState<Sure | null>(null)
  const places = placesFor(state, person)
  const labelOf = usePlaceLabel(state, person, nameOf)
  const chosen = places.find(({ seat }) => seat.id === wanted) ?? places.find(({ is }) => is !== 'own')
  const mine = person && seatHeldBy(state, person)

  async function ask(command: ClientCommand, done: string, undo?: () => void): Promise<boolean> {
    const answer = await submit(command)
    setRefusal(answer.ok ? null : answer.rejection)
    if (!answer.ok) return false
    onClose()
    tell({ text: done, ...(undo ? { undo } : {}) })
    return true
  }
  function place(who: PersonId, seat: SeatId | null): Promise<boolean> {
    const before = seatHeldBy(state, who)?.id ?? null
    const displaced = seat === null ? null : (state.seats[seat]?.holder ?? null)
    const undo = async () => {
      const swapped = before === null ? null : displaced
      const back = { type: 'placePerson', person: who, seat: before, onlyIf: { from: seat, holder: swapped } } as const
      const answer = await submit(back)
      if (!answer.ok) return tell({ text: refusals(answer.rejection) })
      // Whoever changed places is back with that; whoever stood up for them is not.
      if (before === null && displaced !== null)
        await submit({ type: 'placePerson', person: displaced, seat, onlyIf: { from: null, holder: null } })
    }
    return ask({ type: 'placePerson', person: who, seat }, t('done', { name: nameOf(who) }), () => void undo())
  }
  const knows = useKnowing(state, nameOf)

  function move(who: PersonId, seat: SeatId) {
    const crossings = crossingsOf(state, who, seat)
    const go = () => void place(who, seat)
    if (crossings.length === 0) go()
    else setSure({ text: crossings.map(({ person: one, read }) => knows(one, read)).join(' '), who, go })
  }
  function moveAway(who: PersonId, roomId: string, onTable: (person: PersonId, roomId: string) => void) {
    const read = briefsReadBy(state, who)
    const go = async () => {
      if (mine && !(await place(who, null))) return
      onTable(who, roomId)
      onClose()
    }
    if (read.length === 0) void go()
    else setSure({ text: `${knows(who, read)} ${t('anySide')}`, who, go: () => void go() })
  }
  if (sure) return <AreYouSure sure={sure} nameOf={nameOf} refusal={refusal} onBack={() => setSure(null)} />

  return (
    <div className={`form ${styles.form}`}>
      {moving.person ? null : (
        <Field label={t('who')}>
          <Select
            value={person ?? ''}
            onChoose={(value) => setPerson(personId.parse(value))}
            options={people.map((one) => ({ value: one, label: nameOf(one) }))}
          />
        </Field>
      )}
      <Field label={t('seat')} hint={t('hears')} error={refusal ? refusals(refusal) : undefined}>
        <Select
          value={chosen?.seat.id ?? ''}
          onChoose={(value) => setWanted(seatId.parse(value))}
          options={places.map((each) => ({ value: each.seat.id, label: labelOf(each), disabled: each.is === 'own' }))}
        />
      </Field>
      <div className={`bar ${styles.row}`}>
        <Button kind="primary" onClick={() => person && chosen && move(person, chosen.seat.id)}>
          {t('go')}
        </Button>
        {mine ? <Button onClick={() => void place(person, null)}>{t('stand')}</Button> : null}
      </div>
      {tables && person && tables.rooms.length > 0 ? (
        <OtherTables rooms={tables.rooms} onMove={(roomId) => moveAway(person, roomId, tables.onTable)} />
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

/** A move that is done only after the question that it raises. */
type Sure = { text: string; who: PersonId; go: () => void }

/** The sentence that says whose briefs somebody has read. */
function useKnowing(state: RoomState, nameOf: (person: PersonId) => string) {
  const t = useTranslations('seating.move')
  const format = useFormatter()
  return (person: PersonId, read: readonly DelegationId[]): string => {
    const sides = read.map((side) => delegationIn(state.plan, side)?.name ?? side)
    return t('hasRead', { name: nameOf(person), sides: format.list(sides) })
  }
}

type AreYouSureProps = {
  sure: Sure
  nameOf: (person: PersonId) => string
  refusal: Refusal | null
  onBack: () => void
}

function AreYouSure({ sure, nameOf, refusal, onBack }: AreYouSureProps) {
  const t = useTranslations('seating.move')
  const refusals = useTranslations('refusals')
  return (
    <div className={`form ${styles.form}`}>
      <p role="alert">{sure.text}</p>
      <p className="quiet">{t('hears')}</p>
      {refusal ? <ErrorText>{refusals(refusal)}</ErrorText> : null}
      <div className={`bar ${styles.row}`}>
        <Button kind="primary" onClick={sure.go}>
          {t('allTheSame', { name: nameOf(sure.who) })}
        </Button>
        <Button autoFocus onClick={onBack}>
          {t('otherPlace')}
        </Button>
      </div>
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
    <div className={`bar ${styles.row}`}>
      <Field label={t('otherTable')}>
        <Select
          value={chosen}
          onChoose={choose}
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
    <div className={`stack ${styles.removal}`}>
      {/* The option stands before the button that removes, so that it is chosen first. */}
      {doorIsOpen ? (
        <>
          <Checkbox checked={closing} onChange={(event) => setClosing(event.currentTarget.checked)}>
            {t('closeDoor')}
          </Checkbox>
          <p className="quiet">{t('closeDoorText')}</p>
        </>
      ) : null}
      <Button kind="danger" onClick={() => onRemove(closing)}>
        {t('remove')}
      </Button>
      <p className="quiet">{t('removeText')}</p>
    </div>
  )
}
