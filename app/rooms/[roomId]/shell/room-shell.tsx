'use client'
// The layout of a seated participant's room: bar, head, the selected tab, and on a phone the dock.
import { useTranslations } from 'next-intl'
import { type MouseEvent, useMemo, useRef, useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { ChairNotes } from '#room/chair-notes'
import { ConnectionBanner } from '#room/connection-banner'
import { LeadingContext } from '#room/hooks/led.ts'
import { useFocusRestore } from '#room/hooks/use-focus-restore.ts'
import { useLeftAsSpoken } from '#room/hooks/use-left-as-spoken.ts'
import { useReadingsPassed } from '#room/hooks/use-readings-passed.ts'
import { useUnread } from '#room/hooks/use-unread.ts'
import { useWidth, type Width } from '#room/hooks/use-width.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { useNameTold } from '#room/off/use-name-told.ts'
import { HelpDialog, HelpLine } from '#room/table/help-call'
import { MovedNotice } from '#room/table/moved-notice'
import { ROOM_TABS, type RoomTab } from '#room/table/phase-screens.ts'
import { OWN_VIEW_FORM, useOwnView, viewVerb } from '#room/table/use-own-view.ts'
import { WordsDialog } from '#room/turn-words/words-dialog'
import { useFloor } from '#room/words/use-floor.ts'
import { roundOf } from '#simulation/agenda/plan'
import { filingNow } from '#simulation/reading/log/filings'
import type { TurnInHand } from '#simulation/reading/log/turns'
import { opensNow, phaseNow } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { useToast } from '#ui/over/toast'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { UnbrokenWords } from '#ui/words/unbroken-words'
import { AppBar, Saved } from '../../../_device/app-bar'
import { useTextStage } from '../communique/text-stage'
import { QueueFold } from '../floor/queue-fold'
import type { Teller } from '../now/asked-words'
import { nowWords, titleWords } from '../now/now-words'
import { SoundSwitch } from '../now/sound-switch'
import { ownViewTab, tabOfTask } from '../now/task-screens'
import { saidOf, useNews } from '../now/use-news'
import { useNowOf } from '../now/use-now-of'
import { useNowSignals } from '../now/use-now-signals'
import { useTeller } from '../now/use-teller'
import { useOwnFiling } from '../positions/own-filing'
import { ClaimBanner } from './claim-banner'
import { Dock } from './dock'
import { NowAction } from './now-action'
import { PhoneHead, questionOf, RoomHead } from './room-head'
import { RoomKeysDialog } from './room-keys-dialog'
import styles from './room-shell.module.css'
import { RoomSkipLinks } from './room-skip-links'
import { isRecordPlace, TabBody } from './tab-body'
import { ToPhase } from './to-phase'
import { useComposer } from './use-composer'
import { useDrafting } from './use-drafting'
import { useLed } from './use-led'
import { useRoomKeys } from './use-room-keys'
import { useRoomTab } from './use-room-tab'

export function RoomShell({ at }: { at: SeatView }) {
  const t = useTranslations('room')
  const width = useWidth()
  const placed = useRoomTab(at)
  const leading = useLed(at, placed)
  const unread = useUnread(at)
  const teller = useTeller()
  const told = useTold(at, teller)
  const drafting = useDrafting(at)
  const floor = useFloor(at, drafting)
  const tell = useToast()
  const filing = useOwnFiling(at, (round) =>
    tell({ text: t('position.left', { title: roundOf(at.state.plan, round)?.title ?? '' }) }),
  )
  const text = useTextStage(at)
  const room = useRef<HTMLDivElement>(null)
  useFocusRestore(room)
  useNameTold(at.about.displayNames[at.person] ?? null)
  const { state, view } = at
  const { place, go } = placed
  const phone = width === 'phone'
  const label = usePlaceLabel(at, width)
  const composer = useComposer(go, floor, drafting.inHand)
  const [turn, setTurn] = useState<TurnInHand | null>(null)
  const keys = useRoomKeys(composer.toComposer, floor)
  const { now, words, ownView, sound } = told
  const page = { inLobby: state.agenda.status === 'lobby', places: placed.places }
  const formHere = ownView.open && ownView.when !== null && ownViewTab(ownView.when, page) === place
  const ownViewVerb = viewVerb(useTranslations('room.ownView'), ownView)
  const record = isRecordPlace(at, place) && !formHere
  // While the text is negotiated, voted on or judged, its page is what is asked.
  const low = !page.inLobby && place === 'communique' && (tabOfTask(now.task, page) ?? place) === place
  const action = {
    ...{ at, now, words, place, go, floor },
    places: placed.places,
    toComposer: composer.toComposer,
    form: formHere && phone ? { id: OWN_VIEW_FORM, verb: ownViewVerb } : null,
  }
  // The newest way to a tab: an older one would note it under the phase in which the page was opened, and a reload would leave it.
  const newest = useRef(go)
  newest.current = go
  const goByLink = useRef((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const to = ROOM_TABS.find((each) => link?.getAttribute('href') === `#${each}`)
    if (!to || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    newest.current(to)
  })
  return (
    <LeadingContext value={leading}>
      <div ref={room} className={styles.room} data-width={width} data-low={low || undefined}>
        {/* A link to what is not on the page is a barrier itself: on a phone the composer is there once its sheet is open. */}
        <RoomSkipLinks
          record={record}
          toComposer={floor.open && (!phone || composer.open || floor.holds) ? composer.toComposer : null}
        />
        {phone ? (
          <PhoneHead
            {...{ at, now, words, sound, low }}
            queue={record && floor.hand ? null : <QueueFold state={state} own={at.seat.id} />}
          />
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
              more={[{ label: teller.t('keys.open'), onSelect: () => keys.setHelp(true) }]}
              right={
                <>
                  {view.savedAt === null ? null : <Saved>{t('saved', { time: timeOfDay(view.savedAt) })}</Saved>}
                  <SoundSwitch sound={sound} />
                  <ChairNotes at={at} iconOnly={width !== 'wide'} />
                  <HelpDialog at={at} iconOnly={width !== 'wide'} />
                </>
              }
            />
          </div>
        )}
        <ConnectionBanner view={view} roomId={at.roomId} />
        <MovedNotice roomId={at.roomId} person={at.person} state={state} />
        <ClaimBanner knocks={view.knocks} />
        {phone && state.plan.forkedFrom ? <p className={`bar unprinted ${styles.called}`}>{view.room?.name}</p> : null}
        {phone ? <HelpLine at={at} /> : null}
        {placed.called === null ? null : (
          <p className={`bar unprinted ${styles.called}`} role="status">
            {t('called', { place: label(placed.called) })}{' '}
            <Button size="dense" onClick={() => go(placed.called ?? 'record')}>
              {t('goThere', { place: label(placed.called) })}
            </Button>
          </p>
        )}
        {ownView.waits && ownView.when !== null && ownViewTab(ownView.when, page) === place ? (
          <p className={`bar unprinted ${styles.called}`} role="status">
            {t('ownView.waits')}{' '}
            <Button size="dense" onClick={ownView.come}>
              {t('ownView.come')}
            </Button>
          </p>
        ) : null}
        {text.over && place === 'communique' ? (
          <p className={`bar unprinted ${styles.called}`} role="status">
            {t('goneOn')}{' '}
            <Button size="dense" onClick={text.leave}>
              {t('goOn')}
            </Button>
          </p>
        ) : null}
        <main id="main" className={`column ${styles.main}`} data-question={isOnQuestion(place, at) || undefined}>
          {phone ? (
            <h1 className={styles.question} data-long={questionOf(state).length > 80 || undefined}>
              <UnbrokenWords>{questionOf(state)}</UnbrokenWords>
            </h1>
          ) : (
            <RoomHead
              at={at}
              now={now}
              words={words}
              low={low}
              action={state.plan.kind === 'homework' ? <ToPhase at={at} placed={placed} /> : <NowAction {...action} />}
            />
          )}
          <TabBody
            {...{ at, now, placed, unread, drafting, floor, width, ownView, record, filing, text }}
            toComposer={composer.toComposer}
            onWriteTurn={setTurn}
            onWriteInto={(clause) => {
              text.begin(clause)
              go('communique')
            }}
          />
        </main>
        {phone ? <Dock {...{ at, placed, unread, drafting, label }} composer={composer} action={action} /> : null}
        <VisuallyHidden>
          <span role="status">{told.announced}</span>
        </VisuallyHidden>
        {turn ? <WordsDialog key={turn.no} {...{ at, turn, drafting }} onClose={() => setTurn(null)} /> : null}
        <RoomKeysDialog open={keys.help} onOpenChange={keys.setHelp} />
      </div>
    </LeadingContext>
  )
}

/** Whether the open tab says the round's question here; the positions say it themselves. */
const isOnQuestion = (place: RoomTab, { state }: SeatView): boolean =>
  state.plan.kind === 'homework' || (place === 'record' && phaseNow(state)?.round != null)

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

/** What the page says of now, and the signals that go with it; a homework room has no floor to signal. */
function useTold(at: SeatView, teller: Teller) {
  const ownView = useOwnView(at)
  const { left } = useLeftAsSpoken(at)
  const { passed: readings } = useReadingsPassed(at)
  const passed = useMemo(() => ({ views: ownView.passed, turns: left, readings }), [ownView.passed, left, readings])
  const now = useNowOf(at, passed)
  const words = nowWords(at, at.person, now, teller)
  const lost = at.view.connection.kind === 'offline' || at.view.connection.kind === 'restarting'
  const table = at.view.room?.name ?? ''
  const seminar = at.state.plan.kind === 'seminar'
  const title = teller.t('title.with', {
    what: seminar ? titleWords(now, words, lost, teller) : at.state.plan.title,
    table,
  })
  const { signal, sound } = useNowSignals(at.person, now, title)
  const news = useNews(saidOf(now, words, teller.t))
  const announced = !seminar ? null : signal === null ? news : teller.t(`told.${signal}`)
  return { now, words, ownView, sound, announced }
}
