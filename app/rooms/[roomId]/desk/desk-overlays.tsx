'use client'
// What opens over the desk from its bar and foot: the settings, the seats with their menus, and the card of the keys.
import type { SeatId } from '#simulation/kernel/ids'
import type { SeatActs } from './faces/seat-acts'
import { KeysDialog } from './keys-dialog'
import type { DeskView } from './scoring/desk-view'
import { SeatsDialog } from './seats-dialog'
import { SettingsDialog } from './settings-dialog'

/** Which of them is open. */
export type Overlay = 'keys' | 'settings' | 'seats' | null

type DeskOverlaysProps = {
  desk: DeskView
  acts: SeatActs
  over: Overlay
  onOver: (over: Overlay) => void
  /** The highest level of the rubric. */
  top: number
  caucuses: boolean
  onCaucuses: (caucuses: boolean) => void
  onSilent: (seats: readonly SeatId[]) => void
}

export function DeskOverlays({ desk, acts, over, onOver, top, caucuses, onCaucuses, onSilent }: DeskOverlaysProps) {
  const shows = (one: Exclude<Overlay, null>) => ({
    open: over === one,
    onOpenChange: (open: boolean) => onOver(open ? one : null),
  })
  // Whatever is chosen at a seat is done or asked on the desk, with its way back there.
  const closing =
    <Given extends unknown[]>(act: (...given: Given) => void) =>
    (...given: Given) => {
      onOver(null)
      act(...given)
    }
  const closes: SeatActs = {
    grant: closing(acts.grant),
    nudge: closing(acts.nudge),
    move: closing(acts.move),
    task: closing(acts.task),
    letAct: closing(acts.letAct),
    unname: closing(acts.unname),
    remove: closing(acts.remove),
  }
  return (
    <>
      <SettingsDialog desk={desk} caucuses={caucuses} onCaucuses={onCaucuses} {...shows('settings')} />
      <SeatsDialog desk={desk} acts={closes} onSilent={closing(onSilent)} {...shows('seats')} />
      <KeysDialog top={top} {...shows('keys')} />
    </>
  )
}
