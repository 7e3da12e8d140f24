'use client'
// What a brief says round by round, with the line and its steps by name: where the delegation may stand, and what is at stake for an
// office. And the facts from outside the reading that a brief rests on, with their publications.
import { useTranslations } from 'next-intl'
import type { Brief } from '#simulation/agenda/brief'
import { type RoomPlan, type RoundPlan, roundOf } from '#simulation/agenda/plan'
import { factName } from '#simulation/scenario/fact-mark'
import { axisEnds, signed } from '#ui/words/signed.ts'
import { factsBehind } from './office-sheet'
import { useStep } from './use-step'
import styles from './words/brief-text.module.css'
import type { Citable } from './words/cited'
import { CitedText } from './words/cited-text'

/** The room's plan, and what the citations of a brief lead to. */
export type BriefAround = { state: { plan: RoomPlan }; about: Citable }

/** The delegation's starting position on each line, and how far it may move within its role. */
export function Bands({ at, brief }: { at: BriefAround; brief: Brief }) {
  const t = useTranslations('room.brief')
  const step = useStep()
  const rounds = brief.bands.flatMap((band) => {
    const round = roundOf(at.state.plan, band.round)
    return round ? [{ band, round }] : []
  })
  if (rounds.length === 0) return null
  return (
    <div className={styles.section}>
      <h3>{t('bands')}</h3>
      <ol className={styles.rounds}>
        {rounds.map(({ band, round }) => (
          <li key={round.key}>
            <b>{round.title}</b>
            {band.reading === '' ? null : <p className={styles.reading}>{band.reading}</p>}
            <p className={styles.steps}>
              {t('starts', { value: signed(band.value), step: step(round.axis, band.value) })}{' '}
              {t('band', {
                low: signed(band.low),
                lowStep: step(round.axis, band.low),
                high: signed(band.high),
                highStep: step(round.axis, band.high),
              })}{' '}
              {t('poles', { minus: round.axis.minus, plus: round.axis.plus, ...axisEnds })}
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** What an office has at stake in each round, and where it would like its delegation to stand. */
export function Stakes({ at, brief, delegation }: { at: BriefAround; brief: Brief; delegation: Brief | undefined }) {
  const t = useTranslations('room.brief')
  const step = useStep()
  const stakes = (brief.stakes ?? []).flatMap((stake) => {
    const round = roundOf(at.state.plan, stake.round)
    return round ? [{ stake, round }] : []
  })
  if (stakes.length === 0) return null
  const outside = ({ key }: RoundPlan, value: number) =>
    delegation?.bands.some((band) => band.round === key && (value < band.low || value > band.high)) ?? false
  return (
    <div className={styles.section}>
      <h3>{t('stakes')}</h3>
      <ol className={styles.rounds}>
        {stakes.map(({ stake, round }) => (
          <li key={round.key}>
            <b>{round.title}</b>
            <p>
              <CitedText text={stake.text} anchors={stake.anchors} from={{ ...at.about, facts: brief.facts }} />
            </p>
            <p className={styles.steps}>
              {t('stake', { value: signed(stake.value), step: step(round.axis, stake.value) })}{' '}
              {outside(round, stake.value) ? t('outside') : null}
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** On paper nothing opens, so the facts stand in full beneath the brief. */
export function BriefFacts({ brief }: { brief: Brief }) {
  const t = useTranslations('room.brief')
  const facts = factsBehind(brief)
  if (facts.length === 0) return null
  return (
    <div className={styles.section} data-part="facts">
      <h3>{t('facts')}</h3>
      <dl className={styles.facts}>
        {facts.map(({ key, text, source }) => (
          <div key={key}>
            <dt>{factName(key)}</dt>
            <dd>
              {text}{' '}
              <span className={styles.reading}>
                {source ? `${source.publication}, ${source.date}.` : t('notLooked')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
