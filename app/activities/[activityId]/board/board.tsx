'use client'
// The board of a homework debate: one sentence, one table of everyone's progress, and the dialogs that move deadlines.
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { dayAndTime } from '#format/days'
import { commaList } from '#format/lists'
import { deskPath, lobbyPath } from '#paths'
import { useNow } from '#room/hooks/use-now.ts'
import type { RoomView } from '#room/link/room-view.ts'
import { useRoom } from '#room/link/use-room.ts'
import { ReportList } from '#room/off/report-list'
import { UnsavedNotice, unsavedSinceIn } from '#room/words/unsaved-notice'
import { nameHolds } from '#simulation/kernel/search-text'
import { MINUTE_MS } from '#simulation/kernel/time'
import { opensAt } from '#simulation/questions/homework'
import { askingPhases, currentPhase } from '#simulation/reading/homework/assignment'
import { doneAmong } from '#simulation/reading/marks/completion'
import { inSection } from '#simulation/reading/room/class-sections'
import { Button, LinkButton } from '#ui/controls/button'
import { SubmitButton } from '#ui/controls/submit-button'
import { useToast } from '#ui/over/toast'
import { PageHead, type PageHeadProps } from '#ui/page/page-head'
import { Skeleton } from '#ui/page/skeleton'
import { lengthWords } from '../length-words'
import { placeNewcomers } from './actions'
import styles from './board.module.css'
import type { BoardData } from './board-data'
import { BoardFilters, type RowFilter } from './board-filters'
import { inOrder, passes, type Row } from './board-rows'
import { BoardTable } from './board-table'
import { CloseDialog } from './close-dialog'
import { DatesDialog } from './dates-dialog'
import { ExtensionDialog } from './extension-dialog'
import { InstructionsDialog } from './instructions-dialog'
import { type LiveRoom, useBoard } from './use-board'
import { WriteDialog } from './write-dialog'

export function Board(data: BoardData) {
  const t = useTranslations('board')
  const board = useBoard(data)
  const { heard, waiting } = board
  const first = heard[0]
  const head = {
    above: `${data.course} · ${data.activity.title} · ${t('kind')}`,
    lead: data.demo ? t('demo') : null,
  } as const
  return (
    <main id="main" className="page">
      {data.rooms.map((room) => (
        <RoomSubscription key={room.id} roomId={room.id} onView={board.hear} />
      ))}
      <UnsavedNotice reader="chair" since={unsavedSinceIn(heard.map(({ view }) => view))} />
      <Arrivals
        activityId={data.activity.id}
        names={data.arrivals}
        newcomers={data.newcomers}
        timeZone={data.timeZone}
      />
      {first ? (
        <Filled data={data} head={head} board={board} first={first} />
      ) : (
        <>
          <PageHead {...head} title={data.activity.title} />
          <Skeleton done={heard.length} total={waiting + heard.length} label={t('loading')} />
        </>
      )}
    </main>
  )
}

/** Follows one room over its socket and reports its views; a component, because hooks cannot be called in a loop. */
function RoomSubscription({ roomId, onView }: { roomId: string; onView: (roomId: string, view: RoomView) => void }) {
  const view = useRoom(roomId)
  useEffect(() => onView(roomId, view), [onView, roomId, view])
  return null
}

const toggled = (before: ReadonlySet<string>, person: string): ReadonlySet<string> =>
  new Set(before.has(person) ? [...before].filter((other) => other !== person) : [...before, person])

type FilledProps = {
  data: BoardData
  head: Omit<PageHeadProps, 'title' | 'right'>
  board: ReturnType<typeof useBoard>
  first: LiveRoom
}

function Filled({ data, head, board, first }: FilledProps) {
  const t = useTranslations('board')
  const now = useNow(first.view.now, MINUTE_MS)
  const [wanted, setWanted] = useState<RowFilter>({ filter: 'all', room: '', section: '', name: '', order: 'list' })
  const [extending, extend] = useState<readonly Row[]>([])
  const [writing, write] = useState<readonly Row[]>([])
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set())
  const shown = board.heard.find(({ room }) => room.id === wanted.room) ?? first
  const columns = askingPhases(shown.state)
  const current = currentPhase(shown.state)
  const all = inSection(board.rows(now), wanted.section).filter(
    (row) => wanted.room === '' || row.room.id === wanted.room,
  )
  const named = wanted.name.trim()
  const found = all.filter((row) => passes(row, wanted.filter, current) && (named === '' || nameHolds(row.name, named)))
  const rows = inOrder(
    found,
    wanted.order,
    data.rooms.map(({ id }) => id),
    shown.state.plan.delegations.map(({ id }) => id),
  )
  const inRooms = (some: readonly Row[]) =>
    some.flatMap((row) => board.heard.flatMap((heard) => (heard.room.id === row.room.id ? [{ row, heard }] : [])))
  const chosen = rows.filter(({ person }) => ticked.has(person))
  return (
    <>
      <PageHead
        {...head}
        title={<Finding heard={shown} rows={all} current={current} now={now} timeZone={data.timeZone} />}
        right={
          <>
            <InstructionsDialog activity={data.activity} instructions={data.instructions} />
            <CloseDialog board={board} phase={current} />
            <DatesDialog activityId={data.activity.id} board={board} timeZone={data.timeZone} />
          </>
        }
      />
      {board.waiting > 0 ? <p role="status">{t('waiting', { count: board.waiting })}</p> : null}
      <p className="hint" role="status">
        {board.under ? t('carrying', { done: board.under.done, all: board.under.all }) : null}
      </p>
      {data.instructions.instructions === '' && data.instructions.aiUse === '' ? null : (
        <p className="hint">{t('instructions.read', { count: data.instructions.read, all: data.people.length })}</p>
      )}
      <Reported data={data} board={board} />
      <BoardFilters
        rooms={data.rooms}
        people={data.people}
        wanted={wanted}
        onWant={setWanted}
        shown={rows.length}
        of={all.length}
      />
      {chosen.length > 0 ? (
        <div className={`tools unprinted ${styles.filters}`}>
          <span role="status">{t('chosen', { count: chosen.length })}</span>
          <Button size="dense" onClick={() => extend(chosen)}>
            {t('extend')}
          </Button>
          <Button size="dense" onClick={() => write(chosen)}>
            {t('write.open')}
          </Button>
          <Button kind="quiet" size="dense" onClick={() => tick(new Set())}>
            {t('unchoose')}
          </Button>
        </div>
      ) : null}
      <BoardTable
        activityId={data.activity.id}
        rows={rows}
        all={all}
        columns={columns}
        timeZone={data.timeZone}
        rooms={data.rooms.length}
        onExtend={(row) => extend([row])}
        ticked={ticked}
        onTick={(person) => tick((before) => toggled(before, person))}
      />
      {extending.length > 0 ? (
        <ExtensionDialog
          activityId={data.activity.id}
          among={inRooms(extending)}
          timeZone={data.timeZone}
          onClose={() => extend([])}
        />
      ) : null}
      {writing.length > 0 ? (
        <WriteDialog activityId={data.activity.id} among={inRooms(writing)} onClose={() => write([])} />
      ) : null}
    </>
  )
}

/** The lines that were reported at any table, first of all. */
function Reported({ data, board: { heard } }: { data: BoardData; board: ReturnType<typeof useBoard> }) {
  const t = useTranslations('off.reports')
  const refusals = useTranslations('refusals')
  const tell = useToast()
  return heard.map(({ room, view, state }) => (
    <ReportList
      key={room.id}
      state={state}
      room={data.rooms.length > 1 ? room.name : undefined}
      nameOf={(person) => data.people.find(({ id }) => id === person)?.name ?? t('someone')}
      act={async (command) => {
        const answer = await view.submit(command)
        if (!answer.ok) tell({ text: refusals(answer.rejection) })
        return answer.ok
      }}
      look={(entry, label) => (
        <LinkButton size="dense" href={`${deskPath(room.id)}#e${entry}`} aria-label={t('lookAt', { label })}>
          {label}
        </LinkButton>
      )}
    />
  ))
}

type FindingProps = { heard: LiveRoom; rows: readonly Row[]; current: number; now: number; timeZone: string }

/** The board in one sentence: the open phase, its deadline, and how many have done it. */
function Finding({ heard: { state }, rows, current, now, timeZone }: FindingProps) {
  const t = useTranslations('board')
  const locale = useLocale()
  const phases = useTranslations('record.homeworkPhases')
  const phase = state.plan.phases[current]
  const endsAt = state.clock?.endsAt ?? 0
  if (!phase) return null
  const name = phases(phase.kind)
  if (state.agenda.status === 'finished') return t('finding.over')
  if (state.agenda.status !== 'running') {
    return t('finding.next', { phase: name, when: dayAndTime(locale, opensAt(state, current) ?? now, timeZone) })
  }
  const left = lengthWords(t, endsAt - now)
  if (phase.requires.length === 0) return t('finding.open', { phase: name, left })
  const { asked, done } = doneAmong(
    rows.map(({ cells }) => cells),
    current,
  )
  return t('finding.counted', { phase: name, left, done, all: asked })
}

type ArrivalsProps = { activityId: string; names: readonly string[] } & Pick<BoardData, 'newcomers' | 'timeZone'>

/**
 * Students of the roster who have no place in the debate yet, and the button that gives them one; and who has come into it of late.
 */
function Arrivals({ activityId, names, newcomers, timeZone }: ArrivalsProps) {
  const t = useTranslations('board.arrivals')
  const locale = useLocale()
  return (
    <>
      {newcomers.map(({ name, room, at }) => (
        <p key={`${name} ${at}`} className={`bar ${styles.arrivals}`}>
          <span>
            {t.rich('joined', {
              ...{ name, room, when: dayAndTime(locale, at, timeZone) },
              bdi: (text) => <bdi>{text}</bdi>,
            })}
          </span>
          <Link href={lobbyPath(activityId)}>{t('change')}</Link>
        </p>
      ))}
      {names.length === 0 ? null : (
        <form action={placeNewcomers} className={`bar ${styles.arrivals}`}>
          <input type="hidden" name="activityId" value={activityId} />
          <span>{t('who', { count: names.length, names: commaList(locale, names.slice(0, 5)) })}</span>
          <SubmitButton kind="plain" size="dense">
            {t('place')}
          </SubmitButton>
        </form>
      )}
    </>
  )
}
