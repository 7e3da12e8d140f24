'use client'
// A clause whose bracket stood open when the talks ended: it is not voted on, and each side's reason can still be given.
import { useTranslations } from 'next-intl'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { LeaveForm } from '#room/text/leave-form'
import { WaitingNote, waitingOf } from '#room/words/waiting-lines'
import type { ClauseText } from '#simulation/shapes/text'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './ballot-panel.module.css'

export function NotPut({ at, clause }: { at: SeatView; clause: ClauseText }) {
  const t = useTranslations('room.ballot')
  const text = useTranslations('room.text')
  const request = useRequest(at.view)
  const own = delegationIn(at.state.plan, at.delegation)
  return (
    <section className={styles.stand} aria-label={t('notPut')}>
      <p>{t('notPutWhy')}</p>
      {own && at.acts ? (
        <>
          <p>{t('notPutHead', { capital: own.capital })}</p>
          <LeaveForm at={at} clause={clause} own={own.id} request={request} />
          {waitingOf(at.view.waiting, 'keepBracket')
            .filter(({ command }) => command.clause === clause.key)
            .map((entry) => (
              <WaitingNote
                key={entry.id}
                entry={entry}
                view={at.view}
                sending={text('reasonSending', { words: entry.command.reason })}
                text={entry.command.reason}
              />
            ))}
        </>
      ) : null}
    </section>
  )
}
