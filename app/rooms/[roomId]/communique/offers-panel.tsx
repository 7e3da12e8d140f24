'use client'
// The offers between one's own delegation and another that can be answered still: what each side would stand on, word by word, and what the
// head may do. Nobody else hears of them.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ChangedWords } from '#record/changed-words'
import { GappedWords } from '#record/gapped-words'
import { capitalOf } from '#record/names-in-plan.ts'
import { versionWords } from '#record/version-words.ts'
import { type Request, useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import forms from '#room/text/form.module.css'
import { RefusalText } from '#room/words/refusal-text'
import type { DelegationId } from '#simulation/kernel/ids'
import { offersFrom, offersTo } from '#simulation/questions/offers'
import { standIn, versionIn } from '#simulation/questions/text'
import type { Offer, OfferedStands } from '#simulation/shapes/offers'
import { clauseIn } from '#simulation/state/room-state'
import { Button } from '#ui/button'
import styles from './clause-article.module.css'
import { OfferForm } from './offer-form'

export function OffersPanel({ at, own }: { at: SeatView; own: DelegationId }) {
  const t = useTranslations('room.text.offers')
  const request = useRequest(at.view)
  const [countered, setCountered] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const received = offersTo(at.state, own)
  const made = offersFrom(at.state, own)
  const close = () => {
    setOpen(false)
    setCountered(null)
    request.object(null)
  }
  // With nothing to answer and nothing begun, the button alone: the words of the clause come first.
  const quiet = received.length + made.length === 0 && !open
  const counter = received.find(({ no }) => no === countered)
  return (
    <section className={`stack ${styles.drafts}`} aria-label={t('title')}>
      {received.map((offer) => (
        <article key={offer.no} aria-label={t('from', { capital: capitalOf(at.state.plan, offer.from) })}>
          <h4>{t('from', { capital: capitalOf(at.state.plan, offer.from) })}</h4>
          <Terms at={at} offer={offer} />
          {at.acts ? (
            <Answers offer={offer} request={request} onCounter={() => setCountered(offer.no)} />
          ) : (
            <p className={`note ${styles.by}`}>{t('headAnswers')}</p>
          )}
        </article>
      ))}
      {made.map((offer) => (
        <article key={offer.no} aria-label={t('to', { capital: capitalOf(at.state.plan, offer.to) })}>
          <h4>{t('to', { capital: capitalOf(at.state.plan, offer.to) })}</h4>
          <Terms at={at} offer={offer} />
          {at.acts ? (
            <div className={`tools ${forms.acts}`}>
              <Button size="dense" onClick={() => void request.ask({ type: 'withdrawOffer', no: offer.no })}>
                {t('withdraw')}
              </Button>
            </div>
          ) : null}
        </article>
      ))}
      {at.acts && (open || counter) ? (
        <OfferForm at={at} own={own} counters={counter ?? null} request={request} onClose={close} />
      ) : at.acts ? (
        <div className={`tools ${forms.acts}`}>
          <Button size="dense" onClick={() => setOpen(true)}>
            {t('make')}
          </Button>
        </div>
      ) : null}
      {quiet ? null : <p className={`note ${styles.by}`}>{t('sealed')}</p>}
      <RefusalText>{open || counter ? null : request.refused}</RefusalText>
    </section>
  )
}

/** What each side would stand on, and the words that go with it. */
function Terms({ at, offer }: { at: SeatView; offer: Offer }) {
  return (
    <>
      <Moves at={at} side={offer.from} stands={offer.ours} />
      <Moves at={at} side={offer.to} stands={offer.theirs} />
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
  const record = useTranslations('record')
  const { state } = at
  return stands.map(({ clause: key, version: id }) => {
    const clause = clauseIn(state, key)
    const version = clause ? versionIn(clause, id) : null
    if (!clause || !version) return null
    const before = versionIn(clause, standIn(clause, side).version)
    const values = { capital: capitalOf(at.state.plan, side), number: state.clauses.indexOf(clause) + 1 }
    return (
      <div key={key}>
        <p className={`note ${styles.by}`}>
          <b>{t('moves', { ...values, version: versionWords(record, state.plan, id) })}</b>
        </p>
        <p className={styles.change}>
          {before ? <ChangedWords before={before.words} after={version.words} /> : version.words}
        </p>
      </div>
    )
  })
}

function Answers({ offer, request, onCounter }: { offer: Offer; request: Request; onCounter: () => void }) {
  const t = useTranslations('room.text.offers')
  const answer = (accept: boolean) => void request.ask({ type: 'answerOffer', no: offer.no, accept })
  return (
    <div className={`tools ${forms.acts}`}>
      <Button kind="primary" size="dense" busy={request.busy} onClick={() => answer(true)}>
        {t('accept')}
      </Button>
      <Button size="dense" onClick={onCounter}>
        {t('counter')}
      </Button>
      <Button size="dense" kind="quiet" onClick={() => answer(false)}>
        {t('refuse')}
      </Button>
    </div>
  )
}
