'use client'
// The opened ballots and the issued text: the finding, what each delegation cast, and the tally of each clause.
import { useLocale, useTranslations } from 'next-intl'
import { type CSSProperties, useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { dayOf } from '#format/days'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { HomeResult } from '#record/home-result'
import { IssuedText } from '#record/issued-text'
import { GappedWords } from '#record/words/gapped-words'
import type { SeatView } from '#room/link/seat-view.ts'
import { withReasons } from '#simulation/questions/ballots'
import { struckAt } from '#simulation/reading/log/strikes'
import { clauseOutcome, countVotes } from '#simulation/reading/text/issued-text'
import { type IssuedClause, VOTES, type Vote } from '#simulation/shapes/ballots'
import type { RoomState } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { Placard } from '#ui/charts/placard'
import { Shape } from '#ui/charts/shape'
import { Button } from '#ui/controls/button'
import { Segmented } from '#ui/controls/segmented'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { columnsFor, type Delegation, delegationsIn } from '#ui/words/delegations.ts'
import styles from './result-panel.module.css'

export function ResultPanel({ at }: { at: SeatView }) {
  const t = useTranslations('room.result')
  const locale = useLocale()
  const said = useSaidAt(at.state)
  const { issued, plan } = at.state
  const [chosen, choose] = useState<string | null>(null)
  if (!issued) return null
  const clause = issued.clauses.find((each) => each.clause === chosen) ?? issued.clauses[0]
  if (!clause) return null
  const number = issued.clauses.indexOf(clause) + 1
  const { kind } = clauseOutcome(plan, clause)
  const put = kind !== 'open' && kind !== 'own'
  const when = `${dayOf(locale, issued.at)}, ${timeOfDay(issued.at, { seconds: false })}`
  return (
    <div className={styles.place}>
      <HomeResult state={at.state} />
      <div className="unprinted">
        <div className={styles.choose}>
          <Segmented
            label={t('clauses')}
            size="dense"
            value={clause.clause}
            onValueChange={choose}
            options={issued.clauses.map((each, place) => ({
              value: each.clause,
              label: t('clause', { number: place + 1 }),
            }))}
          />
        </div>
        <h2 className={styles.finding}>{t(put ? clause.outcome : 'notPut', { number })}</h2>
        {put ? (
          <div className={styles.columns}>
            <Cards at={at} delegations={delegationsIn(plan)} clause={clause} opened={said(issued.at)} />
            <Tally state={at.state} clause={clause} />
          </div>
        ) : null}
      </div>
      <div>
        <p className={`unprinted ${styles.actions}`}>
          <Button size="dense" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </p>
        <IssuedText
          plan={plan}
          clauses={withReasons(at.state, issued.clauses)}
          home={at.state.turned?.sides ?? null}
          issued={t('issued', { room: at.view.room?.name ?? '', when })}
        />
      </div>
    </div>
  )
}

const votesOn = ({ votes }: IssuedClause): readonly Vote[] => Object.values(votes).map(({ vote }) => vote)

type CardsProps = { at: SeatView; delegations: readonly Delegation[]; clause: IssuedClause; opened: string }

function Cards({ at, delegations, clause, opened }: CardsProps) {
  const t = useTranslations('room.result')
  const ballot = useTranslations('room.ballot.vote')
  return (
    <section aria-labelledby="opened-title">
      <Band
        level={3}
        title={<span id="opened-title">{t('opened', { count: delegations.length })}</span>}
        right={opened}
      />
      <p className={styles.words}>
        <b>{clause.heading}.</b> {clause.text}
      </p>
      <ul className={`form ${styles.cards}`} style={{ '--columns': columnsFor(delegations.length) } as CSSProperties}>
        {delegations.map((delegation) => {
          const cast = clause.votes[delegation.id]
          return (
            <li key={delegation.id} className={`${styles.card} ${delegationColours(delegation)}`}>
              <div className={`line ${styles.name}`}>
                <Placard delegation={delegation} silent />
                <b>{delegation.name}</b>
              </div>
              <p className={styles.vote}>{cast ? ballot(cast.vote) : t('none')}</p>
              {cast?.reason ? (
                <p className={styles.reason}>
                  “
                  <GappedWords
                    text={cast.reason}
                    off={struckAt(at.state, `ballot/${clause.clause}/${delegation.id}`)}
                    plan={at.state.plan}
                  />
                  ”
                </p>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Tally({ state, clause }: { state: RoomState; clause: IssuedClause }) {
  const t = useTranslations('room.result')
  const ballot = useTranslations('room.ballot.vote')
  const { votesFor, votesAgainst } = state.plan.ballotRule
  const sums = countVotes(votesOn(clause))
  return (
    <section aria-labelledby="sum-title">
      <Band level={3} title={<span id="sum-title">{t('sum')}</span>} right={t('each')} />
      <table className={styles.tally}>
        <tbody>
          {VOTES.map((vote) => {
            const who = delegationsIn(state.plan).filter(({ id }) => clause.votes[id]?.vote === vote)
            return (
              <tr key={vote}>
                <th scope="row">{ballot(vote)}</th>
                <td>
                  {who.length === 0
                    ? t('nobody')
                    : who.map((delegation) => (
                        <span key={delegation.id} className={styles.who}>
                          <Shape delegation={delegation} silent /> {delegation.short}
                        </span>
                      ))}
                </td>
                <td className={styles.number}>{sums[vote]}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('needed')}</th>
            <td colSpan={2}>{t('rule', { for: votesFor, against: votesAgainst })}</td>
          </tr>
          <tr>
            <th scope="row">{t('soIs')}</th>
            <td colSpan={2}>
              <b>{t(clause.outcome === 'passed' ? 'soPassed' : 'soNot')}</b>
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
