'use client'
// The bottom bar on a phone: the one action the room expects now, and four tabs. The composer opens above it.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useAskedWork } from '#room/hooks/use-asked-work.ts'
import type { Unread } from '#room/hooks/use-unread.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { DockSlot } from '#room/table/dock-slot'
import { hasComposer } from '#room/table/own-page.ts'
import { PLACE_TABS, type RoomTab } from '#room/table/phase-screens.ts'
import { phoneTabs } from '#room/table/room-tabs.ts'
import { RefusalText } from '#room/words/refusal-text'
import type { Composing } from '#room/words/statement-draft.ts'
import { Button } from '#ui/controls/button'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { CountBadge } from '#ui/words/count-badge'
import { Composer } from '../floor/composer'
import { FloorAction } from '../floor/floor-action'
import styles from './dock.module.css'
import { NowAction, type NowActionProps } from './now-action'
import { ToPhase } from './to-phase'
import type { ComposerPlace } from './use-composer'
import type { TabChoice } from './use-room-tab'

type DockProps = {
  at: SeatView
  placed: TabChoice
  unread: Unread
  drafting: Composing
  composer: ComposerPlace
  action: NowActionProps
  label: (place: RoomTab) => string
}

export function Dock({ at, placed, unread, drafting, composer, action, label }: DockProps) {
  const t = useTranslations('room')
  const tabs = phoneTabs(placed.places)
  return (
    <footer className={`pane unprinted ${styles.dock}`}>
      <Action {...{ at, placed, drafting, composer, action }} />
      <DockSlot />
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
                      <CountBadge count={count} />
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

const isVote = ({ task }: NowActionProps['now']): boolean => task.kind === 'cast' || task.kind === 'advise'

/** A form that is open here has its own button in the dock: that one leads to where the reader is by now, and would be a second for one thing. */
function WeekAction({ at, placed, action }: Pick<DockProps, 'at' | 'placed' | 'action'>) {
  const { where } = useAskedWork(at)
  const here = where !== null && where.place !== 'transcript' && PLACE_TABS[where.place] === placed.place
  return (
    <div className={`line ${styles.action}`} data-here={here || undefined}>
      {placed.place === 'communique' && isVote(action.now) && (where === null || here) ? (
        <NowAction {...action} dock />
      ) : (
        <ToPhase at={at} placed={placed} dock />
      )}
    </div>
  )
}

/** The button of "now"; on the record with the composer that it opens. A homework room says where its phase is played, and leads to the vote there. */
function Action({ at, placed, drafting, composer, action }: Omit<DockProps, 'unread' | 'label'>): ReactNode {
  const t = useTranslations('room.dock')
  const { floor } = action
  if (at.state.plan.kind === 'homework') return <WeekAction at={at} placed={placed} action={action} />
  const ofFloor = placed.place === 'record' && floor.open
  // Where the floor is closed, a draft of the person's own stays where it was being written.
  const drafts =
    ofFloor || (placed.place === 'record' && hasComposer(at.state, at.seat, drafting.inHand) && drafting.inHand)
  const open = drafts && (composer.open || floor.holds)
  // Whoever waits for the floor, or will open, is asked one thing: what they will say. To ask for the floor as well stands beside it.
  const { task } = action.now
  const isOpener = task.kind === 'open' || (task.kind === 'listen' && task.opener !== null)
  const prepares = ofFloor && !floor.holds && (floor.hand !== null || isOpener)
  const toggles = drafts && !prepares && !(ofFloor && floor.holds) && !(isOpener && !open)
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
      {ofFloor && !floor.holds ? <RefusalText>{floor.request.refused}</RefusalText> : null}
      <div className={`line ${styles.action}`}>
        {prepares ? (
          <Button kind="primary" aria-expanded={open} onClick={() => composer.setOpen(!open)}>
            {open ? t('closeDraft') : ((isOpener ? action.words.verb : null) ?? t('prepare'))}
          </Button>
        ) : null}
        {ofFloor ? (
          <FloorAction at={at} floor={floor} dock second={prepares || task.kind === 'tap-turn'} />
        ) : (
          <NowAction {...action} dock />
        )}
        {toggles ? (
          <Button aria-expanded={open} onClick={() => composer.setOpen(!open)}>
            {t(open ? 'closeDraft' : drafting.draft.text === '' ? 'draft' : 'draftKept')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
