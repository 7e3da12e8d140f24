'use client'
// The banners of the desk: calls for help and join requests, each with its action, and that the record is nearly full.
import { useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import { dashed } from '#record/words/off-words.ts'
import { KnockBanner } from '#room/knock-banner'
import type { RoomView } from '#room/link/room-view.ts'
import type { PersonId } from '#simulation/kernel/ids'
import { openCalls } from '#simulation/reading/room/room-needs'
import type { HelpCall } from '#simulation/shapes/injects'
import type { RoomState } from '#simulation/state/room-state'
import type { Knock } from '#simulation/wire/protocol'
import { Button } from '#ui/controls/button'
import { Banner } from '#ui/page/banner'
import { delegationIn } from '#ui/words/delegations.ts'
import { type DeskView, nameOf } from './scoring/desk-view'

export function HelpBanner({ desk, onAnswer }: { desk: DeskView; onAnswer: (call: HelpCall) => void }) {
  const t = useTranslations('desk.help')
  const { state, displayNames, ask } = desk
  const calls = openCalls(state)
  const [call] = calls
  if (!call) return null
  const seat = state.seats[call.seat]
  const who = (seat?.holder && nameOf(displayNames, seat.holder)) ?? seat?.title ?? ''
  const country = delegationIn(state.plan, seat?.delegation)?.short ?? t('observer')
  return (
    <Banner
      kind="help"
      title={t('title')}
      action={
        <>
          <Button size="dense" onClick={() => onAnswer(call)}>
            {t('answer')}
          </Button>
          <Button size="dense" onClick={() => void ask({ type: 'answerHelp', no: call.no, text: null })}>
            {t('done')}
          </Button>
        </>
      }
    >
      {t('asks', { who, country, text: dashed(call.text) })}{' '}
      {calls.length > 1 ? t('more', { count: calls.length - 1 }) : null}
    </Banner>
  )
}

/** D35: what the server says of the record's space. */
export function SpaceBanner({ space, state }: Pick<RoomView, 'space'> & { state: RoomState }) {
  const t = useTranslations('desk')
  return space === null || state.closedAt !== null ? null : (
    <Banner kind="saving">{t('space', { fullness: space })}</Banner>
  )
}

export function DoorBanner({ knocks, removed }: { knocks: readonly Knock[]; removed: readonly PersonId[] }) {
  const t = useTranslations('desk.door')
  const [knock] = knocks
  if (!knock) return null
  const { claims } = knock
  const asks = claims === null ? 'asks' : removed.includes(claims) ? 'returns' : 'claims'
  return (
    <KnockBanner
      key={knock.id}
      requestId={knock.id}
      title={t('title')}
      yes={t('admit')}
      no={t('refuse')}
      further={t('further')}
      faultOf={(outcome) => t(`fault.${outcome}`)}
    >
      {t(asks, { name: knock.name, at: timeOfDay(knock.askedAt, { seconds: false }) })}{' '}
      {knocks.length > 1 ? t('more', { count: knocks.length - 1 }) : null}
    </KnockBanner>
  )
}
