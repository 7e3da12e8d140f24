// The joint text as issued: what was agreed and by whom, reservations, brackets left standing with their reasons, and the signatories'
// placards. The title names those who agreed and nobody else. It prints as it is.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { CSSProperties, ReactNode } from 'react'
import { isFourthEdition, type RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import type { ReadClause } from '#simulation/questions/ballots'
import { signersOf, wholeOf } from '#simulation/questions/ratification'
import { bracketed } from '#simulation/reading/text/brackets'
import { aloneOn, clauseOutcome } from '#simulation/reading/text/issued-text'
import { agreedVersions } from '#simulation/reading/text/surviving-words'
import type { JudgedSide } from '#simulation/shapes/ratification'
import { Placard } from '#ui/charts/placard'
import { columnsFor, type Delegation, delegationsIn } from '#ui/words/delegations.ts'
import { atHomeWords, homeTitle } from './home-words'
import styles from './issued-text.module.css'
import { AuthoredWords, AuthorshipSwitch, AuthorTable, useFoot } from './words/authorship'
import { Bracket, BracketRow, Reason } from './words/bracket'
import { ClauseWords } from './words/clause-words'
import { GappedWords } from './words/gapped-words'
import { dashed } from './words/off-words'

type IssuedTextProps = {
  plan: RoomPlan
  clauses: readonly ReadClause[]
  /** "Table 3 · issued 24 November, 11:21". */
  issued: string
  /** How it was judged at home, once the cards are turned. */
  home?: readonly JudgedSide[] | null
}

export function IssuedText({ plan, clauses, issued, home = null }: IssuedTextProps) {
  const t = useTranslations('record.text')
  const says = { record: useTranslations('record'), locale: useLocale(), plan }
  const delegations = delegationsIn(plan)
  const signers = signersOf(plan, clauses)
  const agreed = agreedVersions(clauses)
  return (
    <article className={styles.text}>
      <p className={`acts quiet ${styles.head}`}>
        <span>{issued}</span>
        {home ? <b>{homeTitle(says, wholeOf(home))}</b> : null}
      </p>
      <h2 className={styles.title}>{useTextTitle(plan, clauses)}</h2>
      <p className={styles.preamble}>{plan.communique.preamble}</p>
      {agreed.length > 0 ? <AuthorshipSwitch /> : null}
      <ol>
        {clauses.map((clause, place) => (
          <li key={clause.clause} className={`fields ${styles.clause}`}>
            <span className="dim" aria-hidden="true">
              {place + 1}
            </span>
            <div>
              <Clause plan={plan} delegations={delegations} clause={clause} />
            </div>
          </li>
        ))}
      </ol>
      {signers.length > 0 ? (
        <Signatures plan={plan} delegations={delegations.filter(({ id }) => signers.includes(id))} clauses={clauses} />
      ) : (
        <p>{t('unsigned')}</p>
      )}
      {home ? (
        <p className={styles.home}>
          <b>{says.record('home.page.title')}</b> <GappedWords text={atHomeWords(says, home).join(' ')} plan={plan} />
        </p>
      ) : null}
      {agreed.length > 0 ? <AuthorTable plan={plan} agreed={agreed} /> : null}
      <p className={styles.foot}>{useFoot(plan, clauses)}</p>
    </article>
  )
}

/** "Joint statement of Arnport and Belmora". Before the fourth edition the title is the scenario's. */
export function useTextTitle(plan: RoomPlan, clauses: readonly ReadClause[]): string {
  const t = useTranslations('record.text')
  const format = useFormatter()
  if (!isFourthEdition(plan)) return plan.communique.title
  const signers = signersOf(plan, clauses)
  const who = delegationsIn(plan).flatMap(({ id, capital }) => (signers.includes(id) ? [capital] : []))
  return who.length === 0 ? t('titleNone', { count: plan.delegations.length }) : t('titleBy', { who: format.list(who) })
}

type SignaturesProps = { plan: RoomPlan; delegations: readonly Delegation[]; clauses: readonly ReadClause[] }

function Signatures({ plan, delegations, clauses }: SignaturesProps) {
  const t = useTranslations('record.text')
  const reserves = ({ id }: Delegation) => clauses.some(({ votes }) => votes[id]?.vote === 'reserved')
  return (
    <div className={styles.signatures} style={{ '--columns': columnsFor(delegations.length) } as CSSProperties}>
      {delegations.map((delegation) => {
        const head = plan.seats.find((seat) => seat.delegation === delegation.id && seat.head)
        return (
          <div key={delegation.id}>
            <div className={styles.stand}>
              <Placard delegation={delegation} size="lg" square />
            </div>
            <p>
              <b>{head?.title}</b>
            </p>
            <p>{t(reserves(delegation) ? 'signsReserved' : 'signs', { capital: delegation.capital })}</p>
          </div>
        )
      })}
    </div>
  )
}

type ClauseProps = { plan: RoomPlan; delegations: readonly Delegation[]; clause: ReadClause }

function Clause({ plan, delegations, clause }: ClauseProps) {
  const t = useTranslations('record.text')
  const these = (ids: readonly DelegationId[]) => delegations.filter(({ id }) => ids.includes(id))
  return (
    <>
      <IssuedWords plan={plan} delegations={delegations} clause={clause} />
      {clause.standing.flatMap(({ reasons, text }) =>
        reasons.map(({ by, words }) => (
          <Reason key={`${text}/${by}`} by={these(by)} label={t('standing')}>
            <GappedWords text={words} plan={plan} />
          </Reason>
        )),
      )}
      <OutcomeLines plan={plan} clause={clause} />
    </>
  )
}

function IssuedWords({ plan, delegations, clause }: ClauseProps) {
  const t = useTranslations('record.text')
  const heading = <b>{clause.heading}.</b>
  if (clause.standing.length === 0)
    return (
      <p>
        {heading} <AuthoredWords plan={plan} clause={clause} />
      </p>
    )
  if (isFourthEdition(plan)) {
    const stood = clause.standing.filter(({ text }) => text !== '')
    const stretches = bracketed(stood.map(({ text, delegations: who }) => ({ words: text, who })))
    return <ClauseWords plan={plan} stretches={stretches} lead={heading} />
  }
  return (
    <>
      <p>
        {heading} {clause.text.split('[…]')[0]?.trim()}
      </p>
      <Bracket label={t('bracket', { count: clause.standing.length })}>
        {clause.standing.map(({ text, delegations: who }) => (
          <BracketRow key={text} delegations={delegations.filter(({ id }) => who.includes(id))}>
            {text}
          </BracketRow>
        ))}
      </Bracket>
    </>
  )
}

/** What became of a clause in words: by whom it was agreed, reservations, and who abstained, voted against or not at all. */
export function useOutcomeWords(plan: RoomPlan, clause: ReadClause): readonly string[] {
  const t = useTranslations('record.text')
  const format = useFormatter()
  const outcome = clauseOutcome(plan, clause)
  const { kind, agreed, reserved, abstained, against, silent } = outcome
  const capital = (id: DelegationId) => delegationsIn(plan).find((each) => each.id === id)?.capital ?? id
  const names = (ids: readonly DelegationId[]) => format.list(ids.map(capital))
  const alone = aloneOn(plan, clause)
  const who = { agreed: names(alone === null ? agreed : [alone]), reserved: names(reserved) }
  const first = {
    agreed: reserved.length > 0 ? t('outcome.agreedReserved', who) : t('outcome.agreed'),
    'agreed-by': reserved.length > 0 ? t('outcome.agreedByReserved', who) : t('outcome.agreedBy', who),
    'not-agreed': t('outcome.notAgreed'),
    open: t('outcome.open'),
    own: t('outcome.own', who),
  }[kind]
  if (kind === 'open' || kind === 'own') return [first]
  const votes = [
    kind === 'not-agreed' && agreed.length > 0 ? t('votedFor', { who: names(agreed) }) : null,
    abstained.length > 0 ? t('abstained', { who: names(abstained) }) : null,
    ...against.map((id) => t('against', { who: capital(id), reason: dashed(clause.votes[id]?.reason ?? 'none') })),
    silent.length > 0 ? t('noBallot', { who: names(silent) }) : null,
  ]
  return [first, ...votes.flatMap((line) => line ?? [])]
}

function OutcomeLines({ plan, clause }: { plan: RoomPlan; clause: ReadClause }): ReactNode {
  const t = useTranslations('record.text')
  const [first, ...others] = useOutcomeWords(plan, clause)
  const { reserved } = clauseOutcome(plan, clause)
  return (
    <>
      <p className={styles.vote}>
        <b>{first}</b> {others.join(' ')}
      </p>
      {delegationsIn(plan)
        .filter(({ id }) => reserved.includes(id))
        .map((delegation) => (
          <Reason key={delegation.id} by={[delegation]} label={t('reservation')}>
            <GappedWords text={clause.votes[delegation.id]?.reason ?? ''} plan={plan} />
          </Reason>
        ))}
    </>
  )
}
