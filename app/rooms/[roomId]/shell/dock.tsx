'use client'
// A phone's dock: one action for what the room expects now, and four tabs under it. Drafting opens above it and stays.
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { AtTable } from '#room/at-table.ts'
import { PHASE_SCREENS, type Place } from '#room/phase-screens.ts'
import { phonePlaces } from '#room/places.ts'
import { Refused } from '#room/refused'
import type { Drafting } from '#room/statement-draft.ts'
import type { FloorHere } from '#room/use-floor.ts'
import type { Unread } from '#room/use-unread.ts'
import { isRunning, phaseNow } from '#simulation/kernel/room-state'
import { Button } from '#ui/button'
import { VisuallyHidden } from '#ui/visually-hidden'
import { Composer } from '../floor/composer'
import { FloorAction } from '../floor/floor-panel'
import styles from './dock.module.css'
import type { Placed } from './use-place'

type DockProps = {
  at: AtTable
  placed: Placed
  unread: Unread
  drafting: Drafting
  floor: FloorHere
  label: (place: Place) => string
}

export function Dock({ at, placed, unread, drafting, floor, label }: DockProps) {
  const t = useTranslations('room')
  const tabs = phonePlaces(placed.places)
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

/** What the room expects of this person now; nothing when there is nothing. */
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
        {floor.holds ? null : <Refused>{floor.request.refused}</Refused>}
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

function calls({ state, delegation }: AtTable, place: Place): { place: Place; words: string } | null {
  const phase = isRunning(state) ? phaseNow(state) : null
  const call = phase && PHASE_SCREENS[phase.kind].call
  if (!call || call.to === place || (delegation === null && !call.observers)) return null
  return { place: call.to, words: (state.plan.kind === 'homework' ? call.inWeek : undefined) ?? call.words }
}
