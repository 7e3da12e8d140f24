'use client'
// The bottom bar on a phone: the one action the room expects now, and four tabs. The composer opens above it.
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { PHASE_SCREENS, type RoomTab } from '#room/phase-screens.ts'
import { RefusalText } from '#room/refusal-text'
import { phoneTabs } from '#room/room-tabs.ts'
import type { SeatView } from '#room/seat-view.ts'
import type { Drafting } from '#room/statement-draft.ts'
import type { SeatFloor } from '#room/use-floor.ts'
import type { Unread } from '#room/use-unread.ts'
import { isRunning, phaseNow } from '#simulation/kernel/room-state'
import { Button } from '#ui/button'
import { VisuallyHidden } from '#ui/visually-hidden'
import { Composer } from '../floor/composer'
import { FloorAction } from '../floor/floor-panel'
import styles from './dock.module.css'
import type { TabChoice } from './use-room-tab'

type DockProps = {
  at: SeatView
  placed: TabChoice
  unread: Unread
  drafting: Drafting
  floor: SeatFloor
  label: (place: RoomTab) => string
}

export function Dock({ at, placed, unread, drafting, floor, label }: DockProps) {
  const t = useTranslations('room')
  const tabs = phoneTabs(placed.places)
  return (
    <footer className={styles.dock}>
      <Action at={at} placed={placed} drafting={drafting} floor={floor} />
      <nav aria-label={t('places.label')}>
        <ul className={styles.tabs}>
          {tabs.map((place) => {
            const count = place === 'caucus' && placed.place !== 'caucus' ? unread.total : 0
            return (
              <li key={place}>
                <a
                  href={`#${place}`}
                  aria-current={place === placed.place ? 'page' : undefined}
                  onClick={(event) => {
                    event.preventDefault()
                    placed.go(place)
                  }}
                >
                  {label(place)}
                  {count > 0 ? (
                    <>
                      {' '}
                      <span className={styles.badge}>{count}</span>
                      <VisuallyHidden> {t('places.new')}</VisuallyHidden>
                    </>
                  ) : null}
                </a>
              </li>
            )
          })}
        </ul>
      </nav>
    </footer>
  )
}

/** The action the room expects of this person now; null when there is none. */
function Action({ at, placed, drafting, floor }: Omit<DockProps, 'unread' | 'label'>): ReactNode {
  const t = useTranslations('room.dock')
  const [drafts, setDrafts] = useState(false)
  const { state } = at
  if (placed.place === 'record' && floor.open) {
    const open = drafts || floor.holds
    return (
      <>
        {open ? (
          <div className={styles.draft}>
            <Composer
              at={at}
              drafting={drafting}
              onSend={floor.send}
              objection={floor.holds ? floor.request.refused : null}
              compact
            />
          </div>
        ) : null}
        {floor.holds ? null : <RefusalText>{floor.request.refused}</RefusalText>}
        <div className={styles.action}>
          <FloorAction at={at} floor={floor} dock />
          {floor.holds ? null : (
            <Button aria-expanded={open} onClick={() => setDrafts(!drafts)}>
              {t(open ? 'closeDraft' : drafting.draft.text === '' ? 'draft' : 'draftKept')}
            </Button>
          )}
        </div>
      </>
    )
  }
  const elsewhere = calls(at, placed.place)
  return elsewhere &&
    placed.places.includes(elsewhere.place) &&
    !(placed.place === 'record' && state.agenda.status === 'lobby') ? (
    <div className={styles.action}>
      <Button kind="primary" wide onClick={() => placed.go(elsewhere.place)}>
        {t(elsewhere.words)}
      </Button>
    </div>
  ) : null
}

function calls({ state, delegation }: SeatView, place: RoomTab): { place: RoomTab; words: string } | null {
  const phase = isRunning(state) ? phaseNow(state) : null
  const call = phase && PHASE_SCREENS[phase.kind].call
  if (!call || call.to === place || (delegation === null && !call.observers)) return null
  return { place: call.to, words: (state.plan.kind === 'homework' ? call.inWeek : undefined) ?? call.words }
}
