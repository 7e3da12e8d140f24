'use client'
// A student's page: the debate due first, large, and the rest as a list. Times are in the reader's zone with the course's beside them.
// Countdowns use the server's clock, because a device's may be wrong.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { zoneCity } from '#format/zones'
import {
  debriefPath,
  doPath,
  myBesidePath,
  myMarksInPath,
  replayPath,
  roomPath,
  scenarioPath,
  transcriptPath,
} from '#paths'
import { useNow } from '#room/hooks/use-now.ts'
import { useReaderZone } from '#room/hooks/use-reader-zone.ts'
import { Instructions } from '#room/instructions'
import { AlsoOwed } from '#room/table/also-owed'
import { Headline } from '#room/table/headline'
import { Meter } from '#room/table/meter'
import { PhaseDays } from '#room/table/phase-days'
import { useWhen } from '#room/table/when'
import { headlineOf } from '#simulation/reading/homework/assignment'
import { owedIn } from '#simulation/reading/marks/completion'
import { Placard } from '#ui/charts/placard'
import { LinkButton } from '#ui/controls/button'
import { PageHead } from '#ui/page/page-head'
import { type ActivityCard, owing, piecesIn, whereOwed } from './activity-card'
import { AskedBeside } from './asked-beside'
import styles from './my.module.css'

export function OwnPage({ places, serverNow }: { places: readonly ActivityCard[]; serverNow: number }) {
  const t = useTranslations('my')
  const read = useServerClock(serverNow)
  const zone = useReaderZone()
  useFreshAtNextChange(places, read)
  const [first, ...rest] = places
  const owed = owing(places)
  const large = first && first.kind === 'homework' && first.stands !== 'over' ? first : null
  const listed = large ? rest : places
  return (
    <>
      <PageHead
        above={zone === null ? null : t('zone', { city: zoneCity(zone) })}
        title={t('owed', { count: owed.length, pieces: piecesIn(owed) })}
      />
      <AskedBeside places={places} />
      {large ? <Large place={large} read={read} /> : null}
      {listed.length > 0 ? (
        <ul className={styles.list}>
          {listed.map((place) => (
            <Row key={place.activityId} place={place} read={read} />
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** The server's time: this device's clock plus the difference measured when the page arrived. */
function useServerClock(serverNow: number): () => number {
  const [ahead, setAhead] = useState(0)
  useEffect(() => setAhead(serverNow - Date.now()), [serverNow])
  return useCallback(() => Date.now() + ahead, [ahead])
}

/** setTimeout overflows above this many milliseconds and would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Refreshes the page when a phase opens or falls due; otherwise it would go on showing a phase that is over. */
function useFreshAtNextChange(places: readonly ActivityCard[], read: () => number): void {
  const router = useRouter()
  useEffect(() => {
    const now = read()
    const instants = places.flatMap(({ asked, beside }) => [
      ...asked.flatMap(({ opensAt, dueAt, lateUntil }) => [opensAt, dueAt, lateUntil]),
      ...beside.flatMap(({ opens, closes }) => [opens, closes]),
    ])
    const next = Math.min(...instants.flatMap((at) => (at !== null && at > now ? [at] : [])))
    if (next - now > LONGEST_TIMER_MS) return
    const timer = setTimeout(() => router.refresh(), next - now + 1_500)
    return () => clearTimeout(timer)
  }, [places, read, router])
}

function SeatLine({ place }: { place: ActivityCard }) {
  const t = useTranslations('my')
  const { seat } = place
  if (!seat) return <>{t('noSeat')}</>
  const country = seat.delegation?.name ?? ''
  const [one] = seat.others
  return (
    <>
      {t(seat.delegation ? 'youAre' : 'youObserve', { title: seat.title, country })}
      {one ? t('with', { name: one, count: seat.others.length - 1 }) : null}
    </>
  )
}

function Large({ place, read }: { place: ActivityCard; read: () => number }) {
  const t = useTranslations('my')
  const now = useNow(read, 1000)
  const { asked, seat, roomId, courseZone, released } = place
  const head = headlineOf(asked)
  return (
    <section className={styles.sheet} aria-labelledby={`place-${place.activityId}`}>
      <div className={styles.top}>
        {seat?.delegation ? <Placard delegation={seat.delegation} size="lg" /> : null}
        <div className={styles.words}>
          <h2 id={`place-${place.activityId}`}>{place.title}</h2>
          <p>
            {place.courseTitle} · <SeatLine place={place} />
          </p>
        </div>
      </div>
      <div className={`ends ${styles.todo}`}>
        <Headline asked={asked} now={now} courseZone={courseZone} level={3}>
          {head.kind === 'over' ? null : <Meter counted={head.asked.counted} />}
        </Headline>
        {place.late ? <p>{t('late', place.late)}</p> : null}
        {released ? <p>{t('released')}</p> : null}
        {roomId === null ? null : (
          <p className="tools">
            <ToWork place={place} roomId={roomId} kind="primary" />
            {released ? <LinkButton href={myMarksInPath(place.activityId)}>{t('marks')}</LinkButton> : null}
            <LinksBeside place={place} />
            <RecordLinks place={place} roomId={roomId} />
            <LinkButton kind="quiet" href={scenarioPath(place.activityId)}>
              {t('pack')}
            </LinkButton>
          </p>
        )}
        {place.instructions ? <Instructions activityId={place.activityId} written={place.instructions} /> : null}
        <AlsoOwed
          asked={asked}
          courseZone={courseZone}
          href={(where) => (roomId === null ? null : doPath(roomId, where))}
        />
      </div>
      <div className={styles.phases}>
        <PhaseDays asked={asked} courseZone={courseZone} />
      </div>
    </section>
  )
}

/** To the very place where the first thing is done that is owed, else to the room. */
function ToWork({
  place,
  roomId,
  kind = 'plain',
}: {
  place: ActivityCard
  roomId: string
  kind?: 'primary' | 'plain'
}) {
  const t = useTranslations('my')
  const todo = useTranslations('homework-room.do')
  const where = whereOwed(place)
  return (
    <LinkButton kind={kind} href={where ? doPath(roomId, where) : roomPath(roomId)}>
      {where ? todo(where.what) : t('openRoom')}
    </LinkButton>
  )
}

/** To what is asked beside the log, once there is something to read or to write in it. */
function LinksBeside({ place: { activityId, beside } }: { place: ActivityCard }) {
  const t = useTranslations('homework-room.beside')
  return beside.map(({ key, page, isAhead }) =>
    isAhead ? null : (
      <LinkButton key={key} href={myBesidePath(page, activityId)}>
        {t(`${key}.link`)}
      </LinkButton>
    ),
  )
}

/** To the record, and once it is unsealed to what is seen when looking back. */
function RecordLinks({ place, roomId }: { place: ActivityCard; roomId: string }) {
  const t = useTranslations('my')
  return (
    <>
      <LinkButton kind="quiet" href={transcriptPath(roomId)}>
        {t('transcript')}
      </LinkButton>
      {place.unsealed ? (
        <>
          <LinkButton kind="quiet" href={debriefPath(roomId)}>
            {t('debrief')}
          </LinkButton>
          <LinkButton kind="quiet" href={replayPath(roomId)}>
            {t('replay')}
          </LinkButton>
        </>
      ) : null}
    </>
  )
}

function Row({ place, read }: { place: ActivityCard; read: () => number }) {
  const t = useTranslations('my')
  const { seat, roomId, stands, released } = place
  return (
    <li>
      <span>
        {seat?.delegation ? (
          <Placard delegation={seat.delegation} form={stands === 'over' ? 'outline' : 'filled'} />
        ) : null}
      </span>
      <div className={styles.words}>
        <h2>{place.title}</h2>
        <p>
          {place.roomName === null ? null : `${place.roomName}. `}
          {place.asked.length > 0 ? <Owed place={place} read={read} /> : t(`seminar.${stands}`)}{' '}
          {released ? t('released') : null}
        </p>
      </div>
      <LateChip place={place} />
      <p className="tools">
        {released ? (
          <LinkButton href={myMarksInPath(place.activityId)}>{t('marks')}</LinkButton>
        ) : roomId === null ? null : (
          <ToWork place={place} roomId={roomId} />
        )}
        <LinksBeside place={place} />
        {roomId === null ? null : <RecordLinks place={place} roomId={roomId} />}
        <LinkButton kind="quiet" href={scenarioPath(place.activityId)}>
          {t('pack')}
        </LinkButton>
      </p>
    </li>
  )
}

function Owed({ place, read }: { place: ActivityCard; read: () => number }) {
  const t = useTranslations('homework-room')
  const my = useTranslations('my')
  const when = useWhen(place.courseZone)
  const now = useNow(read, 30_000)
  const head = headlineOf(place.asked)
  if (head.kind === 'over') return <>{t('headline.over')}.</>
  return (
    <>
      {t(`headline.${head.kind}`, { kind: head.asked.kind, left: when.length(head.at - now) })}.{' '}
      {head.kind === 'late' ? t('headline.lateUntil', { until: when.whole(head.at) }) : `${when.whole(head.at)}.`}{' '}
      {head.kind === 'due' ? my('pieces', { count: owedIn(head.asked) }) : null}
    </>
  )
}

/** Marks the newest phase whose work came late. Late work still counts. */
function LateChip({ place }: { place: ActivityCard }) {
  const t = useTranslations('homework-room.days')
  const when = useWhen(place.courseZone)
  const late = place.asked.findLast(({ lateBy }) => lateBy !== null)
  return (
    <span>
      {late?.lateBy == null ? null : <span className={styles.late}>{t('late', { by: when.length(late.lateBy) })}</span>}
    </span>
  )
}
