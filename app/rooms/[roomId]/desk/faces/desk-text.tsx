'use client'
// The joint text at the desk while it is written or voted on, in either layout: each clause with what stands in its brackets and whose it
// is, what the chair may write, and while it is voted on who has cast a ballot. In other phases there is nothing here.
import { useTranslations } from 'next-intl'
import { ClauseWords } from '#record/words/clause-words'
import { struckName } from '#record/words/off-words.ts'
import { HideButton } from '#room/off/hide-words'
import { BringIn } from '#room/text/bring-in'
import { ChairWords } from '#room/text/chair-words'
import { WritingLine } from '#room/text/writing-line'
import { putToVote } from '#simulation/questions/ballots'
import { isClosed } from '#simulation/questions/motions'
import { clausesLeft, openClauses, sponsorOf, stoodOn } from '#simulation/questions/text'
import { mayStrike } from '#simulation/reading/log/strikes'
import { clauseStretches } from '#simulation/reading/text/brackets'
import { ballotsCast } from '#simulation/reading/text/issued-text'
import { isAboutText } from '#simulation/reading/text/text-now'
import type { ClauseText } from '#simulation/shapes/text'
import { opensNow, type RoomState, votesOn } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { ScrollRegion } from '#ui/page/scroll-region'
import { delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import type { DeskView } from '../scoring/desk-view'
import styles from './desk-text.module.css'

type DeskTextProps = {
  desk: DeskView
  /** Hides the words of a version at once. */
  onHide: (place: string) => void
}

export function DeskText({ desk: { state, ask, roomId, writing }, onHide }: DeskTextProps) {
  const owner = { roomId, person: 'chair' }
  const t = useTranslations('desk.text')
  if (!isAboutText(state) || opensNow(state, 'ratifies')) return null
  const voting = opensNow(state, 'votes')
  return (
    <section className={`pane ${styles.text}`} aria-label={t('title')}>
      <Band
        dense
        level={2}
        title={t('title')}
        right={voting ? t('cast', ballotsCast(state)) : t('open', { count: openClauses(state).length })}
      />
      <ScrollRegion as="ol" className={styles.clauses} label={t('clauses')}>
        {state.clauses.map((clause) => (
          <li key={clause.key}>
            <h3>{clause.heading}</h3>
            {voting ? null : <WritingLine state={state} writing={writing} clause={clause.key} />}
            <ClauseWords plan={state.plan} stretches={clauseStretches(state.plan, clause)} />
            <Versions state={state} clause={clause} onHide={onHide} />
            {isClosed(state, clause.key) ? <Closed clause={clause} ask={ask} /> : null}
            {voting ? <Voted state={state} clause={clause} /> : <ChairWords ask={ask} owner={owner} clause={clause} />}
          </li>
        ))}
        {voting ? null : (
          <li>
            <BringIn ask={ask} owner={owner} left={clausesLeft(state, null)}>
              {t('bring')}
            </BringIn>
          </li>
        )}
      </ScrollRegion>
    </section>
  )
}

/** The words that people wrote and a side stands on: each is taken off stage and pages with one press. */
function Versions({
  state,
  clause,
  onHide,
}: {
  state: RoomState
  clause: ClauseText
  onHide: (place: string) => void
}) {
  const record = useTranslations('record')
  const written = stoodOn(state.plan, clause).flatMap(({ version }) => (version && !version.given ? [version] : []))
  const placeOf = (id: string) => `version/${clause.key}/${id}`
  const places = written.map(({ id }) => placeOf(id)).filter((place) => mayStrike(state, place))
  if (places.length === 0) return null
  return (
    <p className={styles.cast}>
      {written.map(({ id }) => {
        const place = placeOf(id)
        const delegation = delegationIn(state.plan, sponsorOf(id).by)
        return places.includes(place) ? (
          <span key={place}>
            {delegation ? <Placard delegation={delegation} size="xs" /> : null}{' '}
            <HideButton entry={place} name={struckName(record, state.plan, place)} onHide={onHide} />
          </span>
        ) : null
      })}
    </p>
  )
}

/** The debate on it is closed; the chair may reopen it. */
function Closed({ clause, ask }: { clause: ClauseText; ask: DeskView['ask'] }) {
  const t = useTranslations('desk.text')
  return (
    <p className={styles.cast}>
      {t('closed')}{' '}
      <Button size="dense" kind="quiet" onClick={() => void ask({ type: 'reopenDebate', clause: clause.key })}>
        {t('reopenDebate')}
      </Button>
    </p>
  )
}

function Voted({ state, clause }: { state: RoomState; clause: ClauseText }) {
  const t = useTranslations('desk.text')
  const { ballots } = votesOn(state, clause.key)
  if (!putToVote(state).includes(clause)) return <p className={styles.cast}>{t('notPut')}</p>
  return (
    <p className={styles.cast}>
      {t('voted', { count: Object.keys(ballots).length })}
      {delegationsIn(state.plan)
        .filter(({ id }) => ballots[id])
        .map((delegation) => (
          <Placard key={delegation.id} delegation={delegation} size="xs" />
        ))}
    </p>
  )
}
