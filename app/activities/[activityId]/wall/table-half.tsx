'use client'
// One table opened: floor and hands with their intents, the gap and who has talked, who is missing, and the last words on its record, which come
// over a connection of their own. With two tables the wall is made of these; with more, one at a time is listened to.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { timeOfDay } from '#format/clock-time'
import { deskPath, stagePath, transcriptPath } from '#paths'
import { RecordLine } from '#record/record-line'
import { type ActivityRoom, type Known, remembered } from '#room/link/activity-view.ts'
import type { RoomView } from '#room/link/room-view.ts'
import { activityLink } from '#room/link/use-activity.ts'
import { useRoom } from '#room/link/use-room.ts'
import type { SeatId } from '#simulation/kernel/ids'
import { attendanceIn, holdersOf, seatIn } from '#simulation/reading/positions/several-rooms'
import { lastWords } from '#simulation/reading/record/newest'
import { Band } from '#ui/charts/band'
import { FloorStrip } from '#ui/charts/floor-strip'
import { GapMini } from '#ui/charts/gap-mini'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { useToast } from '#ui/over/toast'
import { useHeldRows } from '#ui/page/held-rows.ts'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { delegationIn, delegationsIn, gapName, partiesOf } from '#ui/words/delegations.ts'
import { unsigned } from '#ui/words/signed.ts'
import { BracketSpark } from './bracket-spark'
import styles from './half.module.css'
import { type Names, NeedLine, PeopleLine } from './need-line'
import { PhaseOf } from './tile'
import { LeftUntil, TileClock } from './tile-clock'

const LAST_WORDS = 3

export type HalfProps = {
  activityId: string
  told: Known<ActivityRoom>
  names: Names
  now: () => number
  chosen?: boolean
  onChoose?: (id: string, chosen: boolean) => void
  onAnswer: (id: string) => void
}

export function TableHalf({ activityId, told, names, now, chosen = false, onChoose, onAnswer }: HalfProps) {
  const t = useTranslations('wall')
  const room = remembered(told)
  if (!room) return null
  const { id, name, summary } = room
  const isFresh = told.kind === 'fresh'
  return (
    <section className={`fields ${styles.half}`} data-room={id} aria-label={name}>
      <div className={`bar ${styles.head}`}>
        {onChoose ? (
          <input
            type="checkbox"
            checked={chosen}
            onChange={(event) => onChoose(id, event.currentTarget.checked)}
            aria-label={t('choose', { room: name })}
          />
        ) : null}
        <h2>
          <Link href={deskPath(id)}>{name}</Link>
        </h2>
        <span className={styles.of}>
          <PhaseOf room={room} /> · {isFresh ? t('here', attendanceIn(room)) : null}
          {told.kind === 'stale' ? t('asOf', { time: timeOfDay(told.since) }) : null} ·{' '}
          <Link href={stagePath(id)}>{t('stage')}</Link>
        </span>
        <span className={styles.clock}>{isFresh ? <TileClock summary={summary} now={now} /> : null}</span>
      </div>
      {isFresh ? <Floor activityId={activityId} room={room} names={names} now={now} /> : null}
      {isFresh ? (
        <p className={`tools ${styles.need}`} data-need={summary.need.kind}>
          <NeedLine room={room} now={now} />
          <PeopleLine room={room} names={names} />
          {summary.calls.length > 0 ? (
            <Button size="dense" aria-label={t('answerAt', { room: name })} onClick={() => onAnswer(id)}>
              {t('answerHelp')}
            </Button>
          ) : null}
        </p>
      ) : null}
      <div className={styles.columns}>
        {isFresh ? <Hands activityId={activityId} room={room} names={names} /> : null}
        <Gap room={room} />
      </div>
      <LastWords roomId={id} />
    </section>
  )
}

type RoomProps = { activityId: string; room: ActivityRoom; names: Names }

/** Gives a seat the floor, and tells a refusal: without it a press on a table that has gone on meanwhile would do nothing and say nothing. */
function useGrant({ activityId, room }: Pick<RoomProps, 'activityId' | 'room'>) {
  const refusal = useTranslations('refusals')
  const tell = useToast()
  return async (seat: SeatId) => {
    const [answered] = await activityLink(activityId).ask([{ room, command: { type: 'grantFloor', seat } }])
    if (answered?.ack.ok === false) tell({ text: refusal(answered.ack.rejection) })
  }
}

/** Who holds the seat, or its office where a script plays it. */
function useSpeaker({ room, names }: Pick<RoomProps, 'room' | 'names'>) {
  return (seat: SeatId) => {
    const [holder] = holdersOf(room, [seat])
    const plan = seatIn(room.plan, seat)
    return {
      office: plan?.title ?? '',
      name: holder === undefined ? (plan?.title ?? '') : names(holder),
      delegation: delegationIn(room.plan, plan?.delegation),
    }
  }
}

function Floor({ activityId, room, names, now }: RoomProps & { now: () => number }) {
  const t = useTranslations('wall.half')
  const grant = useGrant({ activityId, room })
  const speakerOf = useSpeaker({ room, names })
  const { floor, hands, clock } = room.summary
  if (!clock || (!floor && hands.length === 0)) return null
  const speaker = floor && speakerOf(floor.seat)
  const [next] = hands
  return (
    <FloorStrip
      delegations={delegationsIn(room.plan)}
      holder={speaker?.delegation}
      title={speaker ? t('floor', { office: speaker.office }) : t('floorFree')}
      action={
        next && clock.pausedAt === null ? (
          <Button size="dense" kind="primary" onClick={() => void grant(next.seat)}>
            {t('next', { name: speakerOf(next.seat).name })}
          </Button>
        ) : null
      }
    >
      {floor && clock.pausedAt === null ? (
        <p>{t.rich('left', { time: () => <LeftUntil until={floor.until} now={now} /> })}</p>
      ) : null}
    </FloorStrip>
  )
}

function Hands({ activityId, room, names }: RoomProps) {
  const t = useTranslations('wall.half')
  const record = useTranslations('record.intents')
  const grant = useGrant({ activityId, room })
  const speakerOf = useSpeaker({ room, names })
  const { hands, clock } = room.summary
  const intents = new Map(hands.map(({ seat, intent }) => [seat, intent]))
  const { rows, pointer } = useHeldRows(
    hands.map(({ seat }) => seat),
    new Set(hands.flatMap(({ seat, intent }) => (intent === 'point-of-order' ? seat : []))),
  )
  return (
    <div>
      <Band level={3} title={t('hands')} detail={hands.length > 0 ? t('order') : t('noHands')} />
      <ol className={styles.queue} {...pointer}>
        {rows.map((seat) => {
          const intent = intents.get(seat)
          const { name, office, delegation } = speakerOf(seat)
          return (
            <li key={seat} data-intent={intent}>
              {delegation ? <Placard delegation={delegation} size="sm" /> : null}
              <span>
                <b>
                  <bdi>{name}</bdi>
                </b>{' '}
                <span className={styles.office}>{office}</span>
              </span>
              <span className={styles.intent}>{intent ? record(intent) : t('down')}</span>
              {intent && clock?.pausedAt === null ? (
                <Button size="dense" aria-label={t('giveTo', { name })} onClick={() => void grant(seat)}>
                  {t('give')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function Gap({ room: { plan, summary } }: { room: ActivityRoom }) {
  const t = useTranslations('wall.half')
  const parties = partiesOf(plan)
  const gap = summary.gaps.at(-1) ?? null
  return (
    <div>
      <Band level={3} title={gap === null ? t('noGap') : t('gap', { gap: unsigned(gap) })} detail={gapName(parties)} />
      {summary.brackets ? <BracketSpark steps={summary.brackets} /> : null}
      {summary.values.length > 0 ? <GapMini parties={parties} positions={Object.fromEntries(summary.values)} /> : null}
      <ul className={styles.talk}>
        {delegationsIn(plan).map((delegation, place) => (
          <li key={delegation.id} className={delegationColours(delegation)}>
            <Placard delegation={delegation} size="sm" />
            <span className={styles.bar} aria-hidden="true">
              <i style={{ width: `${summary.talk[place] ?? 0}%` }} />
            </span>
            <span>{t('talk', { percent: summary.talk[place] ?? 0 })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function LastWords({ roomId }: { roomId: string }) {
  const { state, displayNames, connection } = useRoom(roomId)
  return <LastLines {...{ roomId, state, displayNames, connection }} />
}

type LastLinesProps = { roomId: string } & Pick<RoomView, 'state' | 'displayNames' | 'connection'>

export function LastLines({ roomId, state, displayNames, connection }: LastLinesProps) {
  const t = useTranslations('wall.half')
  const plan = state?.plan
  const about = useMemo(() => (plan ? { plan, displayNames, still: true } : null), [plan, displayNames])
  const entries = state ? lastWords(state, LAST_WORDS) : []
  return (
    <div>
      <Band level={3} title={t('last')} detail={<Link href={transcriptPath(roomId)}>{t('all')}</Link>} />
      {connection.kind === 'offline' ? <p>{t('lastAsOf', { time: timeOfDay(connection.since) })}</p> : null}
      {about && entries.length === 0 ? <p>{t('nothing')}</p> : null}
      <ol>
        {about
          ? entries.map((paragraph) => (
              <li key={paragraph.id}>
                <RecordLine paragraph={paragraph} about={about} density="desk" />
              </li>
            ))
          : null}
      </ol>
    </div>
  )
}
