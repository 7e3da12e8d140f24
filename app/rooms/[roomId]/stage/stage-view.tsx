'use client'
// The stage of one room: a head with round and phase, the scene, the clock, and how to join while joining is open.
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useMemo } from 'react'
import { timeOfDay } from '#format/clock-time'
import { entryParts } from '#record/entry-parts.ts'
import { dashed } from '#record/words/off-words.ts'
import { movedWords } from '#record/words/procedure-sentence.ts'
import { useNow } from '#room/hooks/use-now.ts'
import { lostSince, type RoomAbout, type RoomView } from '#room/link/room-view.ts'
import { answersTo, namedMotion } from '#simulation/questions/motions'
import { type OrderLine as Line, orderLine } from '#simulation/reading/log/order-line'
import { questionNow } from '#simulation/reading/talk/question'
import { phaseNow, type RoomState } from '#simulation/state/room-state'
import { QrCode } from '#ui/charts/qr-code'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { delegationIn } from '#ui/words/delegations.ts'
import { AgendaScene } from './agenda-scene'
import { CaucusScene } from './caucus-scene'
import { DebateScene } from './debate-scene'
import { GapScene } from './gap-scene'
import { HomeScene } from './home-scene'
import { IssuedScene } from './issued-scene'
import { LobbyScene } from './lobby-scene'
import { MovedScene } from './moved-scene'
import { NewsScene } from './news-scene'
import { type DebriefQuestions, QuestionsScene } from './questions-scene'
import { RecordScene } from './record-scene'
import { ReflectionScene } from './reflection-scene'
import { RevealScene } from './reveal-scene'
import { StageClock } from './stage-clock'
import type { StageContext } from './stage-context'
import { Question } from './stage-parts'
import { usePlace } from './stage-place'
import { announcementAt, type ClosingChoice, looksBack, questionShown, type Scene, sceneOf } from './stage-scene'
import styles from './stage-view.module.css'
import { BallotFoot, BallotScene, TextBeside, TextFoot, TextScene } from './text-scene'

type StageViewProps = {
  view: RoomView
  wanted: ClosingChoice
  /** The questions of the debrief, and which of them is shown. */
  asked: DebriefQuestions
  resting: boolean
  /** Phones can open the address that is shown. */
  isReachable?: boolean
}

export function StageView({ view, wanted, asked, resting, isReachable = true }: StageViewProps) {
  const t = useTranslations('stage')
  const { state, room } = view
  if (!state) {
    return (
      <main id="main" className={styles.frame} data-scene="waiting" aria-busy="true">
        <p className={styles.waiting}>{t('waiting')}</p>
        <Trouble view={view} />
      </main>
    )
  }
  return <Joined {...{ view, state, room, wanted, asked, resting, isReachable }} />
}

type JoinedProps = StageViewProps & { state: RoomState; room: RoomAbout | null }

function Joined({ view, state, room, wanted, asked, resting, isReachable = true }: JoinedProps) {
  const t = useTranslations('stage')
  const since = lostSince(view.connection)
  // Cut off, the stage stands still at that moment: a clock that ran on would say what nobody knows.
  const now = useMemo(() => (since === null ? view.now : () => since), [since, view.now])
  const time = useNow(now, 1_000)
  const place = usePlace(state)
  const scene = sceneOf(state, time, wanted)
  const announcement = announcementAt(state, time)
  const on: StageContext = {
    state,
    displayNames: view.displayNames,
    presence: view.presence,
    writing: view.writing,
    now,
  }
  if (scene === 'blank')
    return (
      <main id="main" className={styles.frame} data-scene={scene}>
        <VisuallyHidden as="h1">{t('blank')}</VisuallyHidden>
      </main>
    )
  return (
    <main id="main" className={styles.frame} data-scene={scene} data-resting={resting || undefined}>
      <Head
        place={scene === 'lobby' ? (room?.title ?? state.plan.title) : place}
        room={room}
        lobby={scene === 'lobby'}
        keys={resting ? null : <Keys state={state} />}
      />
      {scene === 'lobby' ? (
        <LobbyScene on={on} room={room} isReachable={isReachable} />
      ) : (
        <>
          <div className={styles.scene}>
            {announcement ? (
              <NewsScene on={on} announcement={announcement} />
            ) : (
              <SceneOf scene={scene} on={on} asked={{ ...asked, place: questionShown(state) ?? asked.place }} />
            )}
          </div>
          <aside className={styles.side}>
            <StageClock state={state} now={now} since={since} />
            <OrderLine on={on} />
            {scene === 'text' && !announcement ? <TextBeside on={on} /> : null}
            {room?.joinUrl && room.code ? (
              <span className={styles.qr}>
                <QrCode address={room.joinUrl} label={room.code} size={1000} />
              </span>
            ) : null}
          </aside>
          {scene === 'text' ? <TextFoot on={on} /> : null}
          {scene === 'ballot' ? <BallotFoot on={on} /> : null}
        </>
      )}
      <Trouble view={view} />
    </main>
  )
}

/** While the pointer moves, its keys stand where the table's name was: over a scene they would hide somebody's name. */
function Head({
  place,
  room,
  lobby,
  keys,
}: {
  place: string
  room: RoomAbout | null
  lobby: boolean
  keys: ReactNode
}) {
  const t = useTranslations('stage')
  return (
    <header className={styles.head}>
      <p>{place}</p>
      {keys ?? <p>{room?.name}</p>}
      <p className={styles.code}>
        {!room?.code ? t('closed') : lobby ? t('open') : t.rich('join', { code: () => <b>{room.code}</b> })}
      </p>
    </header>
  )
}

function Keys({ state }: { state: RoomState }) {
  const t = useTranslations('stage')
  return (
    <p className={styles.keys} aria-hidden="true">
      {looksBack(state) ? t('keysAtClose', { text: state.issued ? 'issued' : 'none' }) : t('keys')}
    </p>
  )
}

function SceneOf({
  scene,
  on,
  asked,
}: {
  scene: Exclude<Scene, 'lobby' | 'blank'>
  on: StageContext
  asked: DebriefQuestions
}) {
  switch (scene) {
    case 'private':
      return <CaucusScene on={on} />
    case 'reveal':
      return <RevealScene on={on} />
    case 'moved':
      return <MovedScene on={on} />
    case 'debate':
      return <DebateScene on={on} key={phaseNow(on.state)?.round} />
    case 'text':
      return <TextScene on={on} />
    case 'ballot':
      return <BallotScene on={on} />
    case 'issued':
      return <IssuedScene on={on} />
    case 'home':
      return <HomeScene on={on} />
    case 'reflection':
      return <ReflectionScene on={on} />
    case 'gap':
      return <GapScene on={on} />
    case 'questions':
      return <QuestionsScene on={on} asked={asked} />
    case 'record':
      return <RecordScene on={on} />
    case 'agenda':
      return <AgendaScene on={on} />
    case 'question':
      return <Question>{questionNow(on.state)}</Question>
    default:
      return scene satisfies never
  }
}

/** The banner that says the stage may be out of date, or that nothing can be saved. */
function Trouble({ view }: { view: RoomView }) {
  const t = useTranslations('stage')
  const { connection, unsavedSince } = view
  const down = connection.kind === 'offline' || connection.kind === 'restarting' || connection.kind === 'outdated'
  const unsaved = connection.kind === 'live' && unsavedSince !== null
  return (
    <p className={styles.trouble} role="status">
      {down ? t(`trouble.${connection.kind}`) : unsaved ? t('trouble.unsaved', { time: timeOfDay(unsavedSince) }) : ''}
    </p>
  )
}

/** One line beneath the clock: the motion that is open, its result, or the chair's ruling on a point of order. */
function OrderLine({ on }: { on: StageContext }) {
  const line = orderLine(on.state, useNow(on.now, 1_000))
  return (
    <p className={styles.order} role="status">
      {line ? <Words on={on} line={line} /> : null}
    </p>
  )
}

function Words({ on, line }: { on: StageContext; line: Line }) {
  const t = useTranslations('stage.order')
  const record = useTranslations('record')
  const locale = useLocale()
  const { state, displayNames } = on
  if (line.kind === 'said') {
    const about = { plan: state.plan, displayNames }
    const { office, heading, text } = entryParts(line.entry, about, { record, locale })
    return [office, heading, text].flatMap((part) => (part ? dashed(part) : [])).join(' ')
  }
  const { by, moved, poll } = line.motion
  const stands = answersTo(state, line.motion)
  const what = movedWords(record, namedMotion(state, moved))
  if (poll) return t('poll', { what, ...stands })
  const capital = delegationIn(state.plan, by)?.capital ?? ''
  return t('moves', { capital, what, ...stands })
}
