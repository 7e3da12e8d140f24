'use client'
// "Now" of somebody without a seat: who they are, what is happening and what comes next. What they are asked is the page beneath it.
import type { RoomView } from '#room/link/room-view.ts'
import { AgendaRibbon } from '#room/table/phase-clock'
import type { PersonId } from '#simulation/kernel/ids'
import { NOTHING_PASSED } from '#simulation/reading/talk/asked'
import type { RoomState } from '#simulation/state/room-state'
import { NowClock } from './now-clock'
import { NowPhone } from './now-head'
import { nowWords, stoppedIn, titleWords } from './now-words'
import { useNowOf } from './use-now-of'
import { useNowSignals } from './use-now-signals'
import { useTeller } from './use-teller'

export function UnseatedNow({ view, state, person }: { view: RoomView; state: RoomState; person: PersonId }) {
  const at = { view, state, person }
  const teller = useTeller()
  const now = useNowOf(at, NOTHING_PASSED)
  const words = nowWords(at, person, now, teller)
  const what = titleWords(now, words, view.connection.kind === 'offline', teller)
  useNowSignals(person, now, teller.t('title.with', { what, table: view.room?.name ?? '' }))
  return (
    <NowPhone
      at={at}
      now={{ ...now, stopped: stoppedIn(now) }}
      words={words}
      clock={<NowClock at={at} now={now} />}
      ribbon={state.agenda.status === 'lobby' ? null : <AgendaRibbon state={state} now={view.now} bare />}
      asked={false}
    />
  )
}
