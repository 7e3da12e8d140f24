'use client'
// The replay of one record: choice of view, the moment, and the player's controls. The URL holds view and moment, so that a link leads to
// the same moment.
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { forkPath, transcriptPath } from '#paths'
import type { RecordContext } from '#record/entries/record-context.ts'
import { type ActorId, type DelegationId, type PersonId, participantActor } from '#simulation/kernel/ids'
import { newest } from '#simulation/reading/record/newest'
import type { Recorded } from '#simulation/shapes/record'
import { Button, LinkButton } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { EmptyState, ErrorState } from '#ui/page/empty-state'
import { Skeleton } from '#ui/page/skeleton'
import type { Delegation } from '#ui/words/delegations.ts'
import { agendaLine, agendaWords } from './agenda-words'
import { MomentView } from './moment-view'
import { MOST_BESIDE } from './replay-rows'
import styles from './replay-screen.module.css'
import { SideBySide } from './side-by-side'
import { instantAt, placeAt, stripOf, timelineOf } from './timeline'
import { Transport } from './transport'
import { usePlayer } from './use-player'
import { type ReplayKey, useReplayKeys } from './use-replay-keys'
import { type ReplayLoad, useReplayRows } from './use-replay-rows'

/** The choice of several delegations beside each other. */
const BESIDE = 'beside'

type ReplayRoom = {
  id: string
  title: string
  timeZone: string
  gists: Readonly<Record<string, string>>
  own: PersonId | null
  isChair: boolean
  delegations: readonly Delegation[]
  /** Whether the reader may choose other views than their own. */
  mayChoose: boolean
  /** Whether the reader may play on from a moment. */
  forks: boolean
  /** The views that the URL asks for: none for the reader's own, several beside each other. */
  as: readonly DelegationId[]
  at: number | null
}

export function ReplayScreen({ room }: { room: ReplayRoom }) {
  const t = useTranslations('replay')
  const [as, choose] = useState(room.as)
  const [seq, moveTo] = useState(room.at)
  const view = as.join()
  const { load, again } = useReplayRows(room.id, view)
  useAddress(view, seq)
  const seen = as.length === 1 ? room.delegations.find(({ id }) => id === view) : undefined
  return (
    <>
      <div className={`ends ${styles.top}`}>
        <h1>{room.title}</h1>
        {room.mayChoose ? (
          <Field label={t('seenBy')}>
            <Select
              size="dense"
              value={as.length > 1 ? BESIDE : view}
              onChange={({ target: { value } }) =>
                choose(
                  value === BESIDE
                    ? room.delegations.slice(0, MOST_BESIDE).map(({ id }) => id)
                    : room.delegations.flatMap(({ id }) => (id === value ? [id] : [])),
                )
              }
              options={[
                { value: '', label: t(room.isChair ? 'views.chair' : 'views.own') },
                ...room.delegations.map(({ id, capital }) => ({
                  value: id,
                  label: t('views.delegation', { capital }),
                })),
                { value: BESIDE, label: t('views.beside') },
              ]}
            />
          </Field>
        ) : null}
      </div>
      {seen ? <p className={styles.seen}>{t('asSeen', { capital: seen.capital })}</p> : null}
      {as.length > 1 ? <p className={styles.seen}>{t('sides.about')}</p> : null}
      <Shown
        {...{ load, again, room, seq }}
        onMoment={moveTo}
        onSide={(from, to) => choose(as.map((id) => (id === from ? to : id)))}
      />
    </>
  )
}

type ShownProps = {
  load: ReplayLoad
  again: () => void
  room: ReplayRoom
  seq: number | null
  onMoment: (seq: number) => void
  /** Shows another delegation in the place of one that stands beside others. */
  onSide: (from: DelegationId, to: DelegationId) => void
}

function Shown({ load, again, ...running }: ShownProps) {
  const t = useTranslations('replay')
  switch (load.kind) {
    case 'loading':
      return <Skeleton label={t('loading')} />
    case 'lost':
      return (
        <ErrorState
          title={t('lost.title')}
          action={
            <>
              <Button kind="primary" onClick={again}>
                {t('lost.again')}
              </Button>{' '}
              <LinkButton href={transcriptPath(running.room.id)}>{t('lost.transcript')}</LinkButton>
            </>
          }
        >
          {t('lost.text')}
        </ErrorState>
      )
    case 'empty':
      return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
    case 'here':
      return <Running key={load.as} load={load} {...running} />
    default:
      return load satisfies never
  }
}

type RunningProps = Omit<ShownProps, 'load' | 'again'> & { load: Extract<ReplayLoad, { kind: 'here' }> }

/** A post that a deadline opens stands in a row of the clock. */
const isBy = (own: ActorId | null, row: Recorded | undefined): boolean =>
  row !== undefined && own === (row.event.type === 'StatementPosted' ? row.event.author : row.by)

function Running({ load: { log, displayNames, sides }, room, seq, onMoment, onSide }: RunningProps) {
  const t = useTranslations('replay')
  const record = useTranslations('record')
  const { rows } = log
  const { plan } = log.stateAt(0)
  const [skipsPauses, skip] = useState(true)
  const [onlyOwn, ownOnly] = useState(false)
  const own = room.own === null ? null : participantActor(room.own)
  const timelineFor = useCallback(
    (skips: boolean, mine: boolean) => timelineOf(rows, skips, (row) => !mine || isBy(own, row)),
    [rows, own],
  )
  const timeline = useMemo(() => timelineFor(skipsPauses, onlyOwn), [timelineFor, skipsPauses, onlyOwn])
  const strip = useMemo(() => stripOf(rows, timeline, log.stateAt(rows.length - 1)), [rows, timeline, log])
  // With pauses skipped or not, the same row is at another place of the timeline.
  const shows = (skips: boolean, mine: boolean) => {
    skip(skips)
    ownOnly(mine)
    player.seek(timelineFor(skips, mine).places[place] ?? 0)
  }
  // The first words are what a replay is opened for; before them a room is only set up.
  const first = seq === null ? (log.statements[0] ?? timeline.marks[0]?.place ?? 0) : log.placeOf(seq)
  const player = usePlayer(timeline.length, timeline.places[first] ?? 0)
  const place = placeAt(timeline, player.at)
  const state = useMemo(() => log.stateAt(place), [log, place])
  const instant = instantAt(timeline, rows, player.at)
  const about: RecordContext = useMemo(
    () => ({ plan, displayNames, gists: room.gists, own: room.own, timeZone: room.timeZone }),
    [plan, displayNames, room],
  )
  const heard = rows[place]?.seq ?? 1
  useEffect(() => onMoment(heard), [heard, onMoment])

  const goTo = (index: number | undefined) => index !== undefined && player.seek(timeline.places[index] ?? 0)
  const statements = onlyOwn ? log.statements.filter((index) => isBy(own, rows[index])) : log.statements
  const step = (by: 1 | -1) =>
    goTo(by === 1 ? statements.find((index) => index > place) : statements.findLast((index) => index < place))
  const marks = timeline.marks.map((mark) => mark.place)
  useReplayKeys((key: ReplayKey) => {
    switch (key) {
      case 'toggle':
        return player.toggle()
      case 'next':
        return step(1)
      case 'previous':
        return step(-1)
      case 'next-phase':
        return goTo(marks.find((mark) => mark > place))
      case 'previous-phase':
        return goTo(marks.findLast((mark) => mark < place) ?? 0)
      case 'first':
        return player.seek(0)
      case 'last':
        return player.seek(timeline.length)
      default:
        return key satisfies never
    }
  })

  const where = agendaLine(agendaWords(t, record, plan, state.agenda.index))
  const entry = newest(state, 1)[0]?.no
  const time = timeOfDay(instant, { timeZone: room.timeZone })
  return (
    <>
      {sides.length > 0 ? (
        <SideBySide
          sides={sides.map((side) => ({ id: side.id, state: side.log.stateAt(side.log.placeOf(heard)) }))}
          whole={state}
          {...{ instant, about }}
          roomId={room.id}
          delegations={room.delegations}
          onChange={onSide}
        />
      ) : (
        <MomentView
          {...{ state, instant, about }}
          roomId={room.id}
          own={onlyOwn && room.own !== null ? room.own : null}
        />
      )}
      <Transport
        player={player}
        timeline={timeline}
        strip={strip}
        plan={plan}
        said={entry ? t('transport.text', { time, where, entry }) : t('transport.textBefore', { time, where })}
        onStep={step}
        fork={room.forks ? forkPath(room.id, heard) : null}
        skipsPauses={skipsPauses}
        onSkipsPauses={(skips) => shows(skips, onlyOwn)}
        onlyOwn={own === null || sides.length > 0 ? null : onlyOwn}
        onOnlyOwn={(mine) => shows(skipsPauses, mine)}
      />
    </>
  )
}

/** Updates the URL with the view and moment, without adding history entries. */
function useAddress(as: string, seq: number | null): void {
  useEffect(() => {
    const address = new URL(window.location.href)
    const { searchParams } = address
    if (as) searchParams.set('as', as)
    else searchParams.delete('as')
    if (seq !== null) searchParams.set('at', String(seq))
    if (address.href === window.location.href) return
    // Debounced: browsers limit how often a URL may change, and dragging passes many moments.
    const soon = setTimeout(() => window.history.replaceState(null, '', address), 200)
    return () => clearTimeout(soon)
  }, [as, seq])
}
