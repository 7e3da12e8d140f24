'use client'
// The whole desk: its bar, what stands on it, and the dialogs it opens.
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { begunDraft, type Subject } from '#marks/score.ts'
import { type Score, useScore } from '#marks/use-score.ts'
import { useFocusRestore } from '#room/hooks/use-focus-restore.ts'
import { useKeys, useKeysAfterPointer } from '#room/hooks/use-keys.ts'
import { useAsk } from '#room/hooks/use-request.ts'
import type { RoomView } from '#room/link/room-view.ts'
import { heardActivity, useActivity } from '#room/link/use-activity.ts'
import { LostBanner } from '#room/lost-banner'
import { leavesSomebody, StartDialog, startingFrom } from '#room/start-dialog'
import { unplacedIn } from '#room/starting-activity.ts'
import { MoveDialog, type Moving } from '#room/table/move-dialog'
import { UnplacedDialog } from '#room/unplaced-list'
import { UnsavedNotice } from '#room/words/unsaved-notice'
import { delegationIds } from '#simulation/agenda/parties'
import type { TensionKey } from '#simulation/kernel/ids'
import { movable } from '#simulation/reading/homework/attendance'
import { type Criterion, newestRubric, topOf } from '#simulation/reading/log/rubric'
import { opensNow, type RoomState } from '#simulation/state/room-state'
import { useToast } from '#ui/over/toast'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { giveTable } from '../../../activities/[activityId]/actions'
import { DecideDialog } from './decide-dialog'
import { DoorBanner, HelpBanner, SpaceBanner } from './desk-banners'
import { DeskBar } from './desk-bar'
import { deskKeys } from './desk-keys'
import { DeskOverlays, type Overlay } from './desk-overlays'
import styles from './desk-screen.module.css'
import { useAgendaStep } from './faces/agenda-step'
import { nextStep } from './faces/chair-steps'
import { DeskFaces } from './faces/desk-faces'
import type { DeskPageData, DeskParts } from './faces/desk-parts'
import { useParagraphs } from './faces/desk-record'
import { useDeskLines } from './faces/line-menu'
import { useSeatActs } from './faces/seat-acts'
import { useHideLine } from './faces/use-hide-line'
import { useShownRecord } from './faces/use-shown-record'
import { InjectSheet } from './inject-sheet'
import { type Note, NoteDialog } from './notes/note-dialog'
import { RulingDialog } from './ruling-dialog'
import { openCards } from './scoring/cards-keys'
import { type DeskView, nameOf } from './scoring/desk-view'
import { ScoreCards } from './scoring/score-cards'
import { useDeskLayout } from './scoring/use-desk-layout'
import { type DeskCommands, useDeskCommands } from './use-desk-commands'

export function DeskScreen({ view, state, papers }: { view: RoomView; state: RoomState; papers: DeskPageData }) {
  const t = useTranslations('desk')
  const desk = useDeskView(view, state, papers)
  const page = useRef<HTMLDivElement>(null)
  useFocusRestore(page)
  const [note, setNote] = useState<Note | null>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  const [inject, setInject] = useState<string | null>(null)
  const [over, setOver] = useState<Overlay>(null)
  const [reading, setReading] = useState(false)
  const [ruled, rule] = useState<string | null>(null)
  const [deciding, decide] = useState(false)

  const { roomId, rubrics } = papers
  const { room } = view
  const entries = useParagraphs(desk, true)
  const begun = useCallback(
    (of: Subject, { subjects }: Criterion) => begunDraft(state, of, entries, !subjects.includes('position')),
    [state, entries],
  )
  const roomOf = useCallback(() => roomId, [roomId])
  const { marks: initial, saveMark: save, evidence: policy } = papers
  const score = useScore({ roomOf, policy, rubrics, initial, save, begun })
  const layout = useDeskLayout()
  const record = useShownRecord(desk, score)
  const step = useAgendaStep(desk)
  const next = nextStep(state)
  const starting = startingFrom(papers.room, state, view.presence.people)
  const [asking, setAsking] = useState(false)
  const plain = useDeskCommands(desk, next, step)
  const isFirst = next?.kind === 'start' && next.index === 0
  const isOneOfMany = papers.rooms.length > 1
  /** Asked of the whole seminar, and only before this table has begun: a desk that runs follows its own table alone. */
  const unplaced = useActivity(papers.activityId, unplacedIn, isFirst && isOneOfMany)
  const [placing, place] = useState(false)
  const commands: DeskCommands = {
    ...plain,
    takeNext: () => void (isFirst ? begin() : plain.takeNext()),
    undo: () => lines.putBack() || plain.undo(),
  }
  /** Asks first where somebody would be left out. A press may come before the page has heard of the other tables. */
  async function begin() {
    const waiting = isOneOfMany ? unplacedIn(await heardActivity(papers.activityId)) : []
    if (leavesSomebody([starting], waiting)) setAsking(true)
    else plain.takeNext()
  }
  /** The `begin` of the newest state: asked anew after a refusal, that of the press would ask for those who were standing then. */
  const beginNow = useRef(begin)
  useEffect(() => {
    beginNow.current = begin
  })
  const acts = useSeatActs(desk, { nudge: (to) => setNote({ kind: 'nudge', to }), move: setMoving })
  const evidence = useEvidence(score)
  const lines = useDeskLines(desk, record.shown, {
    bookmark: plain.bookmark,
    toggleEvidence: score.subject && layout.scoring ? score.toggleEvidence : null,
    evidence,
    write: (to) => setNote({ kind: 'nudge', to }),
  })
  useKeysAfterPointer()
  const help = () => setOver('keys')
  /** A reported line is picked, and its menu is one press away; what has no line is asked about at once. */
  const look = (entry: string) => {
    if (entry.includes('/')) return lines.strike(entry)
    setReading(true)
    record.setOnly(false)
    if (!/^\d/.test(entry)) record.setCaucuses(true)
    record.focus(entry)
    requestAnimationFrame(() => requestAnimationFrame(() => moreButtonOf(entry)?.focus()))
  }
  const hides = useHideLine(desk, record)
  const opensDecision = () => opensNow(state, 'ratifies') && decide(true)
  useKeys(deskKeys({ desk, layout, record, score, commands, step, note: setNote, hide: hides.atHand, help }))

  const { subject } = score
  const cards = openCards(score, layout)
  const onCards = (round: TensionKey) => {
    const [first] = delegationIds(state.plan)
    if (first === undefined) return
    score.choose({ kind: 'position', delegation: first, round })
    layout.setScoring(true)
  }
  const parts: DeskParts = {
    ...{ entries, onCards },
    ...{ desk, next, step, acts, score },
    onNext: commands.takeNext,
    join: room?.code && room.joinUrl ? { code: room.code, url: room.joinUrl } : null,
    questions: papers.questions,
    onNote: setNote,
    onRule: rule,
    onDecide: opensDecision,
    onLook: look,
    record: {
      shown: record.shown,
      focused: record.focused,
      onFocused: record.focus,
      evidence,
      onEvidence: subject && layout.scoring ? score.toggleEvidence : undefined,
      opened: lines.opened,
      onMore: lines.onMore,
      onHide: hides.line,
      only: record.only && subject !== null,
      onOnly: record.setOnly,
    },
  }
  return (
    <div ref={page} className={`pane ${styles.page}`}>
      <DeskBar
        papers={papers}
        savedAt={view.savedAt}
        blank={state.stageScene === 'blank'}
        onBlank={plain.blank}
        onKeys={help}
        onSettings={() => setOver('settings')}
      />
      <main id="main" className="column">
        <VisuallyHidden as="h1">{t('title', { room: papers.room })}</VisuallyHidden>
        <LostBanner connection={view.connection} namespace="desk.connection" waiting={0} />
        <UnsavedNotice reader="chair" since={view.connection.kind === 'live' ? view.unsavedSince : null} />
        <HelpBanner desk={desk} onAnswer={(call) => setNote({ kind: 'answer', call })} />
        <SpaceBanner space={view.space} state={state} />
        <DoorBanner knocks={view.knocks} removed={state.removed} />
        {cards ? (
          <ScoreCards
            {...{ desk, score, entries, gists: papers.gists }}
            place={cards}
            onClose={() => layout.setScoring(false)}
          />
        ) : (
          <DeskFaces
            {...parts}
            scoring={layout.scoring}
            onScoring={layout.setScoring}
            reading={reading}
            onReading={setReading}
            onSeats={() => setOver('seats')}
          />
        )}
      </main>
      <InjectSheet desk={desk} inject={inject} onClose={() => setInject(null)} onSend={plain.sendInject} />
      {deciding ? <DecideDialog desk={desk} onClose={() => decide(false)} /> : null}
      <NoteDialog
        desk={desk}
        note={note}
        onNote={setNote}
        onInject={(key) => {
          setNote(null)
          setInject(key)
        }}
      />
      <DeskOverlays
        {...{ desk, acts, over }}
        onOver={setOver}
        top={topOf(newestRubric(rubrics))}
        caucuses={record.caucuses}
        onCaucuses={record.setCaucuses}
        onSilent={(seats) => setNote({ kind: 'silent', seats })}
      />
      <RulingDialog desk={desk} seat={ruled} onClose={() => rule(null)} />
      {lines.parts}
      <StartDialog
        rooms={[starting]}
        unplaced={{ people: unplaced, onTables: () => place(true) }}
        nameOf={(person) => nameOf(desk.displayNames, person) ?? t('seat.someone')}
        open={asking}
        onClose={() => setAsking(false)}
        onSeat={([room]) => Promise.all((room?.lots ?? []).map((lot) => view.submit({ type: 'placePerson', ...lot })))}
        onStart={plain.takeNext}
        onAskAgain={() => void beginNow.current()}
      />
      {placing ? (
        <UnplacedDialog
          activityId={papers.activityId}
          rooms={papers.rooms}
          give={giveTable}
          onClose={() => place(false)}
        />
      ) : null}
      <MoveDialog
        state={state}
        submit={view.submit}
        nameOf={(person) => nameOf(desk.displayNames, person) ?? t('seat.someone')}
        people={movable(state, view.presence)}
        moving={moving}
        onClose={() => setMoving(null)}
      />
    </div>
  )
}

/** The view that the parts of the desk take; its identity changes only with what is in it, so that they are not drawn for nothing. */
function useDeskView(
  view: RoomView,
  state: RoomState,
  { roomId, absent, listens }: Pick<DeskPageData, 'roomId' | 'absent' | 'listens'>,
): DeskView {
  const tell = useToast()
  const ask = useAsk(
    view,
    useCallback((why) => tell({ text: why }), [tell]),
  )
  const { displayNames, presence, writing, now } = view
  const openDoor = view.room?.code ? view.room.activityId : null
  return useMemo(
    () => ({ roomId, state, displayNames, presence, writing, openDoor, absent, listens, now, ask }),
    [roomId, state, displayNames, presence, writing, openDoor, absent, listens, now, ask],
  )
}

const moreButtonOf = (no: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-more="${CSS.escape(no)}"]`)

/** The entries chosen as evidence for the current row of the score sheet. */
function useEvidence({ current, draftOf }: Score): ReadonlySet<string> {
  return useMemo(() => new Set(current ? draftOf(current.key).evidence : []), [current, draftOf])
}
