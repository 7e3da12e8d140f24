'use client'
// The offers between one's own delegation and another that can be answered still. A head answers one in a sheet that shows what their side would
// get and give, as words. Nobody else hears of them.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { capitalOf } from '#record/names-in-plan.ts'
import { ChangedWords } from '#record/words/changed-words'
import { GappedWords } from '#record/words/gapped-words'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import forms from '#room/text/form.module.css'
import { WordsSheet } from '#room/text/words-sheet'
import { RefusalText } from '#room/words/refusal-text'
import type { DelegationId } from '#simulation/kernel/ids'
import { offersFrom, offersTo } from '#simulation/questions/offers'
import { standIn, versionIn } from '#simulation/questions/text'
import type { Offer, OfferedStands } from '#simulation/shapes/offers'
import { clauseIn } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import styles from './clause-article.module.css'
import { OfferSheet } from './offer-sheet'

/** What of the offers is open: the answer to one, or the form of one's own, which may counter one. */
export type OpenOffer = { kind: 'answer'; offer: Offer } | { kind: 'make'; counters: Offer | null } | null

type OffersProps = {
  at: SeatView
  own: DelegationId
  /** The clause that is shown: an offer is begun with it. */
  shown: string
  opened: OpenOffer
  open: (what: OpenOffer) => void
}

export function OffersPanel({ at, own, shown, opened, open }: OffersProps) {
  const t = useTranslations('room.text.offers')
  const request = useRequest(at.view)
  // The first that awaits the head's answer is what the page asks for.
  const received = offersTo(at.state, own).slice(at.acts ? 1 : 0)
  const made = offersFrom(at.state, own)
  return (
    <section className={`stack ${styles.offers}`} aria-label={t('title')}>
      {received.map((offer) => (
        <article key={offer.no} aria-label={t('from', { capital: capitalOf(at.state.plan, offer.from) })}>
          {at.acts ? (
            <Button size="dense" onClick={() => open({ kind: 'answer', offer })}>
              {t('answer', { capital: capitalOf(at.state.plan, offer.from) })}
            </Button>
          ) : (
            <details>
              <summary>
                {t('from', { capital: capitalOf(at.state.plan, offer.from) })}: {t('headAnswers')}
              </summary>
              <Terms at={at} offer={offer} own={own} />
            </details>
          )}
        </article>
      ))}
      {made.map((offer) => (
        <article key={offer.no} aria-label={t('to', { capital: capitalOf(at.state.plan, offer.to) })}>
          <details>
            <summary>{t('to', { capital: capitalOf(at.state.plan, offer.to) })}</summary>
            <Terms at={at} offer={offer} own={own} />
            {at.acts ? (
              <div className={`tools ${forms.acts}`}>
                <Button size="dense" onClick={() => void request.ask({ type: 'withdrawOffer', no: offer.no })}>
                  {t('withdraw')}
                </Button>
              </div>
            ) : null}
          </details>
        </article>
      ))}
      {at.acts ? (
        <Button size="dense" onClick={() => open({ kind: 'make', counters: null })}>
          {t('make')}
        </Button>
      ) : null}
      <RefusalText>{request.refused}</RefusalText>
      {opened?.kind === 'answer' ? (
        <AnswerSheet key={opened.offer.no} at={at} own={own} offer={opened.offer} open={open} />
      ) : null}
      {opened?.kind === 'make' ? (
        <OfferSheet at={at} own={own} shown={shown} counters={opened.counters} onClose={() => open(null)} />
      ) : null}
    </section>
  )
}

type AnswerProps = { at: SeatView; own: DelegationId; offer: Offer; open: (what: OpenOffer) => void }

/** The offer stays as it was opened; where it is withdrawn meanwhile, the room refuses the answer and says so. */
function AnswerSheet({ at, own, offer, open }: AnswerProps) {
  const t = useTranslations('room.text.offers')
  const request = useRequest(at.view)
  // Read as it was opened: what others do meanwhile changes no word of it.
  const [asOpened] = useState(at)
  const capital = capitalOf(at.state.plan, offer.from)
  const say = async (accept: boolean) => {
    if (await request.ask({ type: 'answerOffer', no: offer.no, accept })) open(null)
  }
  return (
    <WordsSheet
      title={t('answerTitle', { capital })}
      about={t('sealed')}
      onClose={() => open(null)}
      words={<Terms at={asOpened} offer={offer} own={own} />}
      act={{
        label: t('accept', { capital: capitalOf(at.state.plan, own) }),
        means: `accept ${offer.no}`,
        onAct: () => void say(true),
        busy: request.busy,
      }}
      others={
        <>
          <Button onClick={() => open({ kind: 'make', counters: offer })}>{t('counter')}</Button>
          <Button onClick={() => void say(false)}>{t('refuse')}</Button>
        </>
      }
      refused={request.refused}
    >
      <p className={styles.follows}>{t('both')}</p>
    </WordsSheet>
  )
}

/** What one's own side would get and what it would give, as words, and what was written with the offer. */
function Terms({ at, offer, own }: { at: SeatView; offer: Offer; own: DelegationId }) {
  const t = useTranslations('room.text.offers')
  const other = offer.from === own ? offer.to : offer.from
  const [gives, gets] = offer.from === own ? [offer.ours, offer.theirs] : [offer.theirs, offer.ours]
  return (
    <>
      <h3 className={styles.term}>{t('get')}</h3>
      <Moves at={at} side={other} stands={gets} />
      <h3 className={styles.term}>{t('give')}</h3>
      <Moves at={at} side={own} stands={gives} />
      {offer.words === null ? null : (
        <p className={styles.change}>
          <i>
            <GappedWords text={offer.words} plan={at.state.plan} />
          </i>
        </p>
      )}
    </>
  )
}

function Moves({ at, side, stands }: { at: SeatView; side: DelegationId; stands: OfferedStands }) {
  const t = useTranslations('room.text.offers')
  const { state } = at
  return stands.map(({ clause: key, version: id }) => {
    const clause = clauseIn(state, key)
    const version = clause ? versionIn(clause, id) : null
    if (!clause || !version) return null
    const before = versionIn(clause, standIn(clause, side).version)
    const values = { capital: capitalOf(state.plan, side), number: state.clauses.indexOf(clause) + 1 }
    return (
      <div key={key}>
        <p className={`note ${styles.by}`}>{t('moves', values)}</p>
        <p className={styles.change}>
          {before ? <ChangedWords before={before.words} after={version.words} /> : version.words}
        </p>
      </div>
    )
  })
}
