'use client'
// Another seat in place of one's own, before the first phase: the own one is kept until another is taken (rule S17).
import { useTranslations } from 'next-intl'
import { useSeatChoice } from '#room/hooks/use-seat-choice.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { RefusalText } from '#room/words/refusal-text'
import { Button } from '#ui/controls/button'
import { SeatTable } from './seat-choice'
import styles from './seat-choice.module.css'

export function AnotherSeat({ at, onDone }: { at: SeatView; onDone: () => void }) {
  const t = useTranslations('room.lobby.another')
  const { view, state, person } = at
  const { mayTake, chosen, choose, request } = useSeatChoice(view, state, person)
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault()
        if (!chosen) request.object(t('choose'))
        else if (await request.ask({ type: 'takeSeat', seat: chosen.id })) onDone()
      }}
    >
      <h2 className={styles.another}>{t('title')}</h2>
      <SeatTable view={view} state={state} chosen={chosen?.id ?? null} choose={choose} mayTake={mayTake} />
      <RefusalText>{request.refused}</RefusalText>
      <div className={`acts ${styles.buttons}`}>
        {chosen ? (
          <Button kind="primary" type="submit" busy={request.busy}>
            {t('move', { title: chosen.title })}
          </Button>
        ) : null}
        <Button onClick={onDone}>{t('keep')}</Button>
      </div>
    </form>
  )
}
