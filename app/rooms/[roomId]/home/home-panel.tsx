'use client'
// The signed text at home: the text that is judged, the delegation's cards, the member's own vote, and for the head who has voted. Until the
// phase ends nobody else learns of a vote.
import { useLocale, useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import { dayOf } from '#format/days'
import { IssuedText } from '#record/issued-text'
import type { SeatView } from '#room/link/seat-view.ts'
import { HomeCards } from '#room/table/home-cards'
import { type ReadFirst, useReadFirst, WordsEnd } from '#room/text/read-first'
import { TermLine } from '#room/text/term-line'
import type { DelegationId } from '#simulation/kernel/ids'
import { withReasons } from '#simulation/questions/ballots'
import { atHome } from '#simulation/reading/talk/asked-text'
import { votersAtHome } from '#simulation/reading/text/at-home'
import { Icon } from '#ui/words/icon'
import styles from './home-panel.module.css'
import { HomeVoteForm } from './home-vote-form'

export function HomePanel({ at }: { at: SeatView }) {
  const { delegation } = at
  const first = useReadFirst('signed')
  return (
    <div className={styles.place}>
      <div>
        <SignedText at={at} />
        <WordsEnd first={first} />
      </div>
      <div className="fields">
        {delegation === null ? <Watching /> : <Own at={at} own={delegation} first={first} />}
      </div>
    </div>
  )
}

function Watching() {
  const t = useTranslations('room.home')
  return <p>{t('watch')}</p>
}

function Own({ at, own, first }: { at: SeatView; own: DelegationId; first: ReadFirst }) {
  const t = useTranslations('room.home')
  const { kind } = atHome(at.state, at.seat, own)
  const decided = at.state.homeDecided[own]
  if (kind === 'nothing-to-ratify') return <p>{t('nothing')}</p>
  const head = kind === 'members-decide'
  return (
    <>
      <TermLine at={at} of="ratify" />
      <HomeCards state={at.state} own={own} />
      {decided ? (
        <p className={styles.decided}>
          {t('decided', { ratified: decided.ratified ? 'yes' : 'no', reason: decided.reason })}
        </p>
      ) : null}
      {head ? (
        <>
          <Voters at={at} own={own} />
          <h3>{t('headVote')}</h3>
          <p className="note">{t('headVoteWhy')}</p>
        </>
      ) : null}
      {/* One form, in one place: neither a new head nor a decision of the chair takes away what is being written. */}
      <HomeVoteForm at={at} first={first} ifEqual={head} closed={kind === 'chair-decided'} />
    </>
  )
}

/** Who of the delegation has voted; what, only the end tells. */
function Voters({ at, own }: { at: SeatView; own: DelegationId }) {
  const t = useTranslations('room.home')
  return (
    <ul className={styles.voters} aria-label={t('voters')}>
      {votersAtHome(at.state, own).map(({ seat, sealed }) => (
        <li key={seat}>
          <b>{at.state.seats[seat]?.title}</b>
          <span className="line quiet">
            {sealed ? <Icon name="lock" /> : null} {t(sealed ? 'sealed' : 'notYet')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function SignedText({ at }: { at: SeatView }) {
  const t = useTranslations('room')
  const locale = useLocale()
  const { issued, plan } = at.state
  if (!issued) return null
  const when = `${dayOf(locale, issued.at)}, ${timeOfDay(issued.at, { seconds: false })}`
  return (
    <IssuedText
      plan={plan}
      clauses={withReasons(at.state, issued.clauses)}
      issued={t('result.issued', { room: at.view.room?.name ?? '', when })}
    />
  )
}
