'use client'
// Says that the chair has moved me: from where to where, and what becomes of what I typed. It stays until I close it, on this device.
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import type { PersonId } from '#simulation/kernel/ids'
import { movedSeat } from '#simulation/reading/room/moved-seat'
import type { RoomState } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { Banner } from '#ui/page/banner'
import { delegationIn } from '#ui/words/delegations.ts'
import { useLocalStorage } from '../hooks/use-local-storage'
import { useSeatName } from '../hooks/use-seat-name'

const closedAt = z.number()

export function MovedNotice({ roomId, person, state }: { roomId: string; person: PersonId; state: RoomState }) {
  const t = useTranslations('room.moved')
  const said = useSaidAt(state)
  const seatName = useSeatName(state.plan)
  const [closed, close] = useLocalStorage({ roomId, person }, 'moved-closed', closedAt, 0)
  const move = movedSeat(state, person)
  if (!move || move.at <= closed) return null
  const { from, to, at, otherSide } = move
  const country = delegationIn(state.plan, from.delegation)?.name ?? ''
  const drafts = to === null ? t('keptUntil') : otherSide && country !== '' ? t('keptFor', { country }) : t('kept')
  const time = said(at, { seconds: false })
  return (
    <Banner
      kind="moved"
      title={
        to === null
          ? t('out', { time, from: seatName(from) })
          : t('moved', { time, from: seatName(from), to: seatName(to) })
      }
      action={<Button kind="quiet" size="dense" icon="close" aria-label={t('close')} onClick={() => close(at)} />}
    >
      {drafts}
    </Banner>
  )
}
