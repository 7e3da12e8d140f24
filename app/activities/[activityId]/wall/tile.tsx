'use client'
// One room on the wall: its phase and clock, queue and floor, the gap by round, the share of talk, what it wants, and who is missing by name.
// It is drawn again only when something of this room has changed.
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { type CSSProperties, memo } from 'react'
import { timeOfDay } from '#format/clock-time'
import { deskPath, stagePath } from '#paths'
import { phaseName } from '#record/entries/phase-name.ts'
import { type ActivityRoom, type Known, remembered } from '#room/link/activity-view.ts'
import { holdsPointOfOrder } from '#simulation/reading/log/queue'
import { attendanceIn, phaseOf, seatIn } from '#simulation/reading/positions/several-rooms'
import { wantsSomeone } from '#simulation/reading/room/room-needs'
import { GapMini } from '#ui/charts/gap-mini'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { delegationIn, delegationsIn, gapName, partiesOf } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import { IntentTag } from '#ui/words/intent-tag'
import { BracketSpark } from './bracket-spark'
import { GapSpark } from './gap-spark'
import { type Names, NeedLine, PeopleLine } from './need-line'
import { TileClock } from './tile-clock'
import styles from './wall.module.css'

export type TileProps = {
  told: Known<ActivityRoom>
  names: Names
  now: () => number
  order: number
  chosen: boolean
  onChoose: (id: string, chosen: boolean) => void
  onListen: (id: string) => void
  onAnswer: (id: string) => void
}

export const Tile = memo(function Tile(props: TileProps) {
  const { told, names, now, order, chosen, onChoose, onListen, onAnswer } = props
  const t = useTranslations('wall')
  const intents = useTranslations('record.intents')
  const room = remembered(told)
  if (!room) return null
  const { id, name, number, plan, summary } = room
  const isFresh = told.kind === 'fresh'
  const floor = delegationIn(plan, summary.floor && seatIn(plan, summary.floor.seat)?.delegation)
  const hands = summary.hands.length
  const parties = partiesOf(plan)
  const { need } = summary
  return (
    <li
      className={styles.tile}
      style={{ order } as CSSProperties}
      data-room={id}
      data-need={isFresh ? need.kind : undefined}
      data-wanted={(isFresh && wantsSomeone(need.kind)) || undefined}
      data-chosen={chosen || undefined}
      data-stale={isFresh ? undefined : ''}
    >
      <span className={`line ${styles.line}`}>
        <input
          type="checkbox"
          checked={chosen}
          onChange={(event) => onChoose(id, event.currentTarget.checked)}
          aria-label={t('choose', { room: name })}
        />
        <Link className={styles.number} href={deskPath(id)}>
          <span aria-hidden="true">{number}</span>
          <VisuallyHidden>{t('openDesk', { room: name })}</VisuallyHidden>
        </Link>
        <span className={styles.clock}>{isFresh ? <TileClock summary={summary} now={now} /> : null}</span>
        {isFresh && hands > 0 ? (
          <span className={styles.hands}>
            <Icon name="hand" />
            <span aria-hidden="true">{hands}</span>
            <VisuallyHidden>{t('hands', { count: hands })}</VisuallyHidden>
          </span>
        ) : null}
        {isFresh && floor ? <Placard delegation={floor} size="xs" /> : null}
      </span>
      <span className={`cut ${styles.phase}`}>
        {isFresh && holdsPointOfOrder(summary.hands) ? <IntentTag first>{intents('point-of-order')}</IntentTag> : null}{' '}
        <PhaseOf room={room} />
        {summary.home === null ? null : ` · ${t(`home.${summary.home}`)}`}
      </span>
      {summary.status === 'lobby' ? (
        <span className={`line ${styles.drawings}`}>{t('seatedOf', attendanceIn(room))}</span>
      ) : (
        <>
          <span className={`line ${styles.drawings}`}>
            {summary.brackets ? (
              <BracketSpark steps={summary.brackets} />
            ) : (
              <GapSpark gap={gapName(parties)} distances={summary.gaps.flatMap((gap) => gap ?? [])} />
            )}
            {summary.values.length > 0 ? (
              <GapMini parties={parties} positions={Object.fromEntries(summary.values)} />
            ) : null}
          </span>
          <TalkShare room={room} />
        </>
      )}
      <span className={`cut hint ${styles.state}`}>
        {told.kind === 'stale' ? t('asOf', { time: timeOfDay(told.since) }) : <NeedLine room={room} now={now} />}
      </span>
      {isFresh ? <PeopleLine room={room} names={names} /> : null}
      <span className={`tools ${styles.more}`}>
        {isFresh && summary.calls.length > 0 ? (
          <Button size="dense" aria-label={t('answerAt', { room: name })} onClick={() => onAnswer(id)}>
            {t('answerHelp')}
          </Button>
        ) : null}
        <Button size="dense" kind="quiet" aria-label={t('listenAt', { room: name })} onClick={() => onListen(id)}>
          {t('listen')}
        </Button>
        <Link href={stagePath(id)} aria-label={t('stageAt', { room: name })}>
          {t('stage')}
        </Link>
      </span>
    </li>
  )
})

/** "Round 2, floor debate", or that it has not begun. */
export function PhaseOf({ room }: { room: ActivityRoom }) {
  const t = useTranslations('wall')
  const record = useTranslations('record')
  const phase = phaseOf(room)
  if (!phase || room.summary.status === 'lobby') return t('notBegun')
  const name = phaseName(record, room.plan, phase.kind)
  return phase.round === null ? name : t('phaseIn', { round: phase.round, phase: name })
}

function TalkShare({ room: { plan, summary } }: { room: ActivityRoom }) {
  const t = useTranslations('wall')
  const format = useFormatter()
  const spent = delegationsIn(plan).map((delegation, place) => ({ delegation, percent: summary.talk[place] ?? 0 }))
  const isSilent = summary.talk.length === 0
  const shares = format.list(
    spent.map(({ delegation, percent }) => t('share', { name: delegation.short, share: percent })),
    { type: 'unit' },
  )
  return (
    <span className={styles.talk} role="img" aria-label={isSilent ? t('noTalk') : t('talk', { shares })}>
      {isSilent
        ? null
        : spent.map(({ delegation, percent }) => (
            <i
              key={delegation.id}
              className={delegationColours(delegation)}
              style={{ flexGrow: percent } as CSSProperties}
            />
          ))}
    </span>
  )
}
