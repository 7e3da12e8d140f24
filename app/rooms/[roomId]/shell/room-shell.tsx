'use client'
// The layout of a seated participant's room: bar, head, the selected tab, and on a phone the dock.
import { useTranslations } from 'next-intl'
import { type MouseEvent, useRef } from 'react'
import { timeOfDay } from '#format/clock-time'
import { ConnectionBanner } from '#room/connection-banner'
import { HelpLine } from '#room/help-call'
import { ROOM_TABS, type RoomTab } from '#room/phase-screens.ts'
import type { SeatView } from '#room/seat-view.ts'
import { useStatementDraft } from '#room/statement-draft.ts'
import { useFloor } from '#room/use-floor.ts'
import { useFocusRestore } from '#room/use-focus-restore.ts'
import { useNoteToast } from '#room/use-note-toast.ts'
import { useUnread } from '#room/use-unread.ts'
import { useWidth, type Width } from '#room/use-width.ts'
import { opensNow } from '#simulation/kernel/room-state'
import { filingNow } from '#simulation/reading/filings'
import { intentAsked } from '#simulation/reading/queue'
import { AppBar, Saved } from '#ui/app-bar'
import { Button } from '#ui/button'
import { delegationIn } from '#ui/delegations.ts'
import { Placard } from '#ui/placard'
import { UnbrokenWords } from '#ui/unbroken-words'
import { ClaimBanner } from './claim-banner'
import { Dock } from './dock'
import { PhoneHead, questionOf, RoomHead } from './room-head'
import styles from './room-shell.module.css'
import { TabBody } from './tab-body'
import { useRoomTab } from './use-room-tab'

export function RoomShell({ at }: { at: SeatView }) {
  const t = useTranslations('room')
  const width = useWidth()
  const placed = useRoomTab(at)
  useNoteToast(at.state)
  const unread = useUnread(at)
  const drafting = useStatementDraft(at.roomId, at.person, 'statement', intentAsked(at.state, at.seat.id))
  const floor = useFloor(at, drafting)
  const room = useRef<HTMLDivElement>(null)
  useFocusRestore(room)
  const { state, view } = at
  const { place, go } = placed
  const phone = width === 'phone'
  const label = usePlaceLabel(at, width)
  const goByLink = useRef((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const to = ROOM_TABS.find((each) => link?.getAttribute('href') === `#${each}`)
    if (!to || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    go(to)
  })
  return (
    <div ref={room} className={styles.room} data-width={width}>
      {phone ? (
        <PhoneHead at={at} />
      ) : (
        <div onClickCapture={goByLink.current} className={styles.bar}>
          <AppBar
            place={[view.room?.name, view.room?.title].filter(Boolean).join(' · ')}
            itemsLabel={t('places.label')}
            items={placed.places.map((each) => ({
              href: `#${each}`,
              label: label(each),
              current: each === place,
              count: each === 'caucus' && place !== 'caucus' ? unread.total : undefined,
            }))}
            right={
              <>
                {view.savedAt === null ? null : <Saved>{t('saved', { time: timeOfDay(view.savedAt) })}</Saved>}
                <Own at={at} />
              </>
            }
          />
        </div>
      )}
      <ConnectionBanner view={view} roomId={at.roomId} />
      <ClaimBanner knocks={view.knocks} />
      {phone ? <HelpLine at={at} /> : null}
      {placed.called === null ? null : (
        <p className={styles.called} role="status">
          {t('called', { place: label(placed.called) })}{' '}
          <Button size="dense" onClick={() => go(placed.called ?? 'record')}>
            {t('goThere', { place: label(placed.called) })}
          </Button>
        </p>
      )}
      <main id="main" className={styles.main} data-place={place}>
        {phone ? (
          <h1 className={styles.question} data-long={questionOf(state).length > 80 || undefined}>
            <UnbrokenWords>{questionOf(state)}</UnbrokenWords>
          </h1>
        ) : (
          <RoomHead at={at} />
        )}
        <TabBody at={at} placed={placed} unread={unread} drafting={drafting} floor={floor} width={width} />
      </main>
      {phone ? <Dock at={at} placed={placed} unread={unread} drafting={drafting} floor={floor} label={label} /> : null}
    </div>
  )
}

function usePlaceLabel({ state, delegation }: SeatView, width: Width): (place: RoomTab) => string {
  const t = useTranslations('room.places')
  const filing = filingNow(state) !== null && delegation !== null
  return (place) => {
    if (place === 'caucus' && width === 'wide' && filing) return t('caucusAndPosition')
    if (place === 'positions' && width === 'phone') return t('position')
    if (place === 'communique' && width === 'phone') return t('text')
    if (place === 'reflection' && opensNow(state, 'unseals')) return t('debrief')
    return t(place)
  }
}

function Own({ at }: { at: SeatView }) {
  const delegation = delegationIn(at.state.plan, at.delegation)
  return (
    <span className={styles.own}>
      {delegation ? <Placard delegation={delegation} /> : null}
      <b>{at.seat.title}</b>
    </span>
  )
}
