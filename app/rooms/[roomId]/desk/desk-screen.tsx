'use client'
// The whole desk: its layout, wide or in tabs, and the action of each key.
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { isBy } from '#marks/score.ts'
import { stagePath } from '#paths'
import type { RoomView } from '#room/room-view.ts'
import { useFocusRestore } from '#room/use-focus-restore.ts'
import { useAsk } from '#room/use-request.ts'
import { useWidth } from '#room/use-width.ts'
import type { RoomState } from '#simulation/kernel/room-state'
import { openCalls } from '#simulation/reading/need'
import { unsentInjects } from '#simulation/reading/notices'
import { useToast } from '#ui/toast'
import { useEnding } from './chair-clock'
import { isHomework, nextStep } from './chair-steps'
import { ConnectionBanner, DoorBanner, HelpBanner } from './desk-banners'
import { DeskBar } from './desk-bar'
import type { DeskPageData, DeskTab } from './desk-parts'
import { isEvidence, useParagraphs } from './desk-record'
import styles from './desk-screen.module.css'
import { DeskTabs } from './desk-tabs'
import type { DeskView } from './desk-view'
import { DeskWide } from './desk-wide'
import { KeysDialog } from './keys-dialog'
import { type Note, NoteDialog } from './note-dialog'
import { firstSubject, neighbour } from './score-sheet'
import { MoveDialog, type Moving, useSeatActs } from './seat-acts'
import { useKeys } from './use-keys'
import { useScore } from './use-score'

export function DeskScreen({ view, state, papers }: { view: RoomView; state: RoomState; papers: DeskPageData }) {
  const t = useTranslations('desk')
  const tell = useToast()
  const wide = useWidth() === 'wide'
  const ask = useAsk(
    view,
    useCallback((why) => tell({ text: why }), [tell]),
  )
  const { roll, presence, now } = view
  const { roomId, rubric } = papers
  const openDoor = view.room?.code ? view.room.activityId : null
  const desk = useMemo(
    (): DeskView => ({ roomId, state, roll, presence, openDoor, now, ask }),
    [roomId, state, roll, presence, openDoor, now, ask],
  )
  const page = useRef<HTMLDivElement>(null)
  useFocusRestore(page)
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  }, [state])
  const score = useScore({ roomId, criteria: rubric.criteria, initial: papers.marks, save: papers.saveMark })

  const [note, setNote] = useState<Note | null>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  const [help, setHelp] = useState(false)
  const [focused, setFocused] = useState<string | null>(null)
  const [caucuses, setCaucuses] = useState(false)
  const [filtered, setOnly] = useState<boolean | null>(null)
  const [tab, setTab] = useState<DeskTab>('record')
  const [keyed, setKeyed] = useState(false)
  const [open, setOpen] = useState<boolean | null>(null)

  const ending = useEnding(desk)
  /** The score tab lists only its subject's entries, unless the chair has switched that off. */
  const only = filtered ?? (!wide && tab === 'score')
  const acts = useSeatActs(desk, { nudge: (to) => setNote({ kind: 'nudge', to }), move: setMoving })
  const next = nextStep(state)
  const all = useParagraphs(desk, caucuses || only)
  const { subject } = score
  const shown = useMemo(
    () => (only && subject ? all.filter((entry) => isEvidence(entry) && isBy(subject, entry)) : all),
    [all, only, subject],
  )
  const scoring = wide ? (open ?? state.agenda.status !== 'lobby') : tab === 'score'
  /** Whether digits give levels (else they send injects); in the tabbed layout the open tab decides. */
  const digits = wide ? keyed && scoring : tab === 'score'
  const evidence = useMemo(
    () => new Set(score.current ? score.draftOf(score.current.key).evidence : []),
    [score.current, score.draftOf],
  )

  const takeNext = () => {
    if (next?.kind === 'start') void ask({ type: 'startPhase', index: next.index })
    if (next?.kind === 'grant') void ask({ type: 'grantFloor', seat: next.seat })
  }
  /** Undoes an inject only while it is still the last step: otherwise the undo would take back another step. */
  const takeBack = (inject: string) => {
    if (latest.current.lastStep?.inject === inject) void ask({ type: 'undoLastStep' })
    else tell({ text: t('injects.tooLate') })
  }
  const sendInject = async (key: string) => {
    const headline = state.papers?.injects.find((inject) => inject.key === key)?.headline ?? ''
    if (await ask({ type: 'sendInject', key }))
      tell({ text: t('injects.told', { headline }), undo: () => takeBack(key) })
  }
  const bookmark = useCallback(
    (entry: string) => {
      const marked = state.bookmarks[entry] !== undefined
      void ask(marked ? { type: 'liftBookmark', entry } : { type: 'bookmarkEntry', entry, note: null })
    },
    [ask, state.bookmarks],
  )
  /** The entry the keys act on: the selected one, else the newest that can be evidence. */
  const atHand = shown.find(({ no }) => no === focused) ?? shown.findLast(isEvidence)
  const step = (by: 1 | -1) => {
    const words = shown.filter(({ kind }) => kind !== 'procedure')
    const at = words.findIndex(({ no }) => no === atHand?.no)
    const to = words[focused === null ? at : at + by]
    if (to) setFocused(to.no)
  }
  const row = (by: 1 | -1) => {
    const first = firstSubject(desk, score)
    if (!subject && first) score.choose(first)
    else if (keyed || !wide) score.goTo(score.row + by)
    setKeyed(true)
    if (wide) setOpen(true)
  }
  const other = (by: 1 | -1) => {
    const to = neighbour(desk, score, by)
    if (to) score.choose(to)
    setKeyed(true)
    if (wide) setOpen(true)
  }
  const toTab = (to: DeskTab) => {
    if (!wide) setTab(to)
    else if (to === 'score') setOpen(!scoring)
  }
  const digit = (value: number) => {
    const level = ([0, 1, 2, 3, 4] as const).find((one) => one === value)
    if (digits) {
      if (level !== undefined && subject) score.setLevel(level)
      return
    }
    const inject = unsentInjects(state)[value - 1]
    if (inject && (wide || tab === 'agenda')) void sendInject(inject.key)
  }
  const paused = state.clock?.pausedAt != null
  const answerFirst = () => {
    const [call] = openCalls(desk.state)
    if (call) setNote({ kind: 'answer', call })
  }
  useKeys([
    [
      'Space',
      () =>
        state.agenda.status === 'running' &&
        !isHomework(state) &&
        void ask({ type: paused ? 'resumeClock' : 'pauseClock' }),
    ],
    ['Enter', takeNext],
    ['e', ending.end],
    ['t', () => state.floor.holder && void ask({ type: 'takeBackFloor' })],
    ['u', () => state.lastStep?.label && void ask({ type: 'undoLastStep' })],
    ['b', () => atHand && bookmark(atHand.no)],
    ['x', () => scoring && subject && atHand && isEvidence(atHand) && score.toggleEvidence(atHand.no)],
    ['v', () => scoring && score.setNoEvidence()],
    ['j', () => row(1)],
    ['k', () => row(-1)],
    ['h', () => other(-1)],
    ['l', () => other(1)],
    ['c', () => setCaucuses(!caucuses)],
    ['f', () => subject && setOnly(!only)],
    ['n', () => setNote({ kind: 'nudge', to: 'room' })],
    ['a', answerFirst],
    ['p', () => void window.open(stagePath(roomId), `stage-${roomId}`)],
    ['?', () => setHelp(true)],
    ['Shift+?', () => setHelp(true)],
    ['Escape', () => setKeyed(false)],
    ['ArrowUp', () => step(-1)],
    ['ArrowDown', () => step(1)],
    ['Shift+R', () => toTab('record')],
    ['Shift+D', () => toTab('delegations')],
    ['Shift+A', () => toTab('agenda')],
    ['Shift+S', () => toTab('score')],
    ...Array.from({ length: 10 }, (_, value) => [String(value), () => digit(value)] as const),
  ])

  const parts = {
    desk,
    next,
    ending,
    acts,
    score,
    rubric,
    onNext: takeNext,
    onInject: (key: string) => void sendInject(key),
    onNote: setNote,
    record: {
      shown,
      focused,
      onFocused: setFocused,
      evidence,
      onEvidence: subject && scoring ? score.toggleEvidence : undefined,
      onBookmark: bookmark,
      caucuses,
      onCaucuses: setCaucuses,
      only: only && subject !== null,
      onOnly: setOnly,
    },
  }
  return (
    <div ref={page} className={styles.page}>
      <DeskBar papers={papers} savedAt={view.savedAt} onKeys={() => setHelp(true)} />
      <main id="main" className={styles.main}>
        <h1 className={styles.heard}>{t('title', { room: papers.room })}</h1>
        <ConnectionBanner connection={view.connection} />
        <HelpBanner desk={desk} onAnswer={(call) => setNote({ kind: 'answer', call })} />
        <DoorBanner knocks={view.knocks} removed={state.removed} />
        {wide ? (
          <DeskWide {...parts} keyed={digits} onKeyed={setKeyed} scoring={scoring} onScoring={setOpen} />
        ) : (
          <DeskTabs {...parts} papers={papers} tab={tab} onTab={setTab} />
        )}
      </main>
      <NoteDialog desk={desk} note={note} onNote={setNote} />
      <MoveDialog desk={desk} moving={moving} onMoving={setMoving} />
      <KeysDialog open={help} onOpenChange={setHelp} />
    </div>
  )
}
