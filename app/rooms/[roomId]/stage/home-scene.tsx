'use client'
// The scene of ratification. While the text is judged it stands here; the stage hears none of the home cards. When the phase ends they are
// turned in a column a side, one after another, each side's votes after its cards, and the title becomes the outcome.
import { useLocale, useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { homeTitle, howDecided, metWords, reasonFor } from '#record/home-words.ts'
import { titleOf } from '#record/names-in-plan.ts'
import { GappedWords } from '#record/words/gapped-words'
import { useNow } from '#room/hooks/use-now.ts'
import { CARDS_DEALT } from '#simulation/agenda/home-cards'
import { signersOf, tallyOf, wholeOf } from '#simulation/questions/ratification'
import { turning } from '#simulation/reading/text/at-home'
import type { JudgedSide } from '#simulation/shapes/ratification'
import type { RoomState } from '#simulation/state/room-state'
import { Shape } from '#ui/charts/shape'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { columnsFor, type Delegation, delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import styles from './home-scene.module.css'
import { IssuedClauses } from './issued-scene'
import { TimeLeft } from './stage-clock'
import type { StageContext } from './stage-context'
import { Plate } from './stage-parts'
import { useFitted, type Way } from './use-fitted'

export function HomeScene({ on }: { on: StageContext }) {
  const t = useTranslations('stage.home')
  const { state, now } = on
  const { shown, of, side, turnedOf } = turning(state, useNow(now))
  const delegations = delegationsIn(state.plan)
  const title = useTitle(state, side)
  const cardsOf = (id: string) => state.turned?.sides.find(({ delegation }) => delegation === id)
  return (
    <div className={styles.home}>
      <div className={styles.title}>
        <h1>{title}</h1>
        {side === null ? null : <span>{t('turned', { shown, of })}</span>}
        <TimeLeft state={state} now={now} />
      </div>
      {state.turned === null && state.issued ? (
        <IssuedClauses plan={state.plan} clauses={state.issued.clauses} />
      ) : (
        <ul className={styles.sides} style={{ '--columns': columnsFor(delegations.length) } as CSSProperties}>
          {delegations.map((delegation) => (
            <li key={delegation.id}>
              <Side
                delegation={delegation}
                side={cardsOf(delegation.id)}
                shown={turnedOf[delegation.id] ?? 0}
                on={on}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useTitle(state: RoomState, side: string | null): string {
  const t = useTranslations('stage.home')
  const says = { record: useTranslations('record'), locale: useLocale(), plan: state.plan }
  if (state.turned === null)
    return signersOf(state.plan, state.issued?.clauses ?? []).length === 0 ? t('unsigned') : t('judging')
  const turns = delegationIn(state.plan, side)
  return turns ? t('turns', { capital: turns.capital }) : homeTitle(says, wholeOf(state.turned.sides))
}

type SideProps = { delegation: Delegation; side: JudgedSide | undefined; shown: number; on: StageContext }

/** Long words come closer together, and then the reason stands on every screen but this one. */
const WAYS: readonly Way[] = ['', 'close', 'alone'].map((tight) => (box) => box.setAttribute('data-tight', tight))

/** `shown`: how many of its cards are turned; its votes follow the last. */
function Side({ delegation, side, shown, on }: SideProps) {
  const t = useTranslations('stage.home')
  const record = useTranslations('record')
  const { plan } = on.state
  const box = useFitted<HTMLElement>(WAYS)
  const cards = side?.cards ?? []
  const all = side !== undefined && shown >= cards.length
  const says = { record, locale: useLocale(), plan }
  const voted = all && side ? reasonFor(side) : null
  const decided = all && side ? side.reason : null
  const reason = decided ?? voted?.reason ?? null
  return (
    <section ref={box} className={styles.side} aria-label={delegation.name}>
      <div className={styles.edge}>
        <Plate delegation={delegation} form={shown > 0 || all ? 'filled' : 'outline'} size="line" square />
        {all && side ? <p>{t(`did.${howDecided(side)}`, tallyOf(side))}</p> : null}
      </div>
      {Array.from({ length: side ? cards.length : CARDS_DEALT }, (_, place) => {
        const card = place < shown ? cards[place] : undefined
        return card ? (
          <div key={card.asks} className={styles.card}>
            <b>{card.holder}</b>
            <p>{card.asks}</p>
            <span data-checked={card.met === null ? undefined : ''}>{metWords(says, card)}</span>
          </div>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a side keep their order
          <div key={place} className={styles.back}>
            <Shape delegation={delegation} hollow silent />
            <VisuallyHidden>{t('back')}</VisuallyHidden>
          </div>
        )
      })}
      {reason === null ? null : (
        <p className={styles.why}>
          <q>
            <GappedWords text={reason} plan={plan} />
          </q>{' '}
          <small>{voted ? titleOf(plan, voted.seat) : t('chair')}</small>
        </p>
      )}
    </section>
  )
}
