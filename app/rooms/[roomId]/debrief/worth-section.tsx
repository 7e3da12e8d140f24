// What the text was worth to each two sides, in the chips that they laid, beside what was to be had; and the trades that nobody made.
import { useFormatter, useTranslations } from 'next-intl'
import { GappedWords } from '#record/words/gapped-words'
import { membersOf } from '#simulation/agenda/parties'
import { tensionTitle } from '#simulation/agenda/plan'
import {
  type Missing,
  type Plane,
  planes,
  restsOn,
  type Trade,
  tradesNobodyMade,
  type WordsGiven,
  worthFinding,
} from '#simulation/reading/positions/worth'
import type { RoomState } from '#simulation/state/room-state'
import { Placard } from '#ui/charts/placard'
import { Shape } from '#ui/charts/shape'
import { ScrollRegion } from '#ui/page/scroll-region'
import { delegationIn } from '#ui/words/delegations.ts'
import { unsigned } from '#ui/words/signed.ts'
import type { DebriefData } from './debrief-data'
import { Part } from './part'
import { PlaneDrawing } from './plane-drawing'
import { useSides } from './readings-section'
import { WorthProof } from './worth-proof'
import styles from './worth-section.module.css'

export function WorthSection({ back: { state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.worth')
  const all = planes(state)
  const title = useWorthTitle(state, all)
  if (all.length === 0) return null
  const trades = tradesNobodyMade(all)
  const drawn = all.some(({ kind }) => kind === 'drawn')
  const some = all.some(({ kind }) => kind !== 'drawn')
  return (
    <Part long title={title} sub={t(some ? 'subSome' : 'sub')} proof={<WorthProof state={state} all={all} />}>
      <div className={styles.planes}>
        {all.map((plane) => (
          <PlaneFigure key={plane.pair} state={state} plane={plane} trades={trades} />
        ))}
      </div>
      {drawn ? <Key trades={trades.length} /> : null}
      {trades.length > 0 ? <Trades state={state} trades={trades} all={all.length} /> : null}
      <Rests state={state} all={all} />
    </Part>
  )
}

function useWorthTitle(state: RoomState, all: readonly Plane[]): string {
  const t = useTranslations('debrief.worth.title')
  const sides = useSides(state)
  const missing = useMissing(state)
  const found = worthFinding(all)
  switch (found.kind) {
    case 'through':
      return t('through', { number: found.clause.number, left: found.leftOpen ? 'open' : 'other' })
    case 'some': {
      const [pair, ...more] = found.drawn
      const what = found.missing ? missing(found.missing) : 'none'
      return t('some', { pair: pair ? sides(membersOf(pair)) : '', more: more.length, missing: what })
    }
    case 'more':
      return t('more', { pair: sides(membersOf(found.pair)), more: unsigned(found.more) })
    case 'no-more':
    case 'too-little':
      return t(found.kind)
    default:
      return found satisfies never
  }
}

/** What one side did not file, within a sentence. */
function useMissing(state: RoomState): (missing: Missing) => string {
  const t = useTranslations('debrief.worth.missing')
  return ({ delegation, chips, readings }) => {
    const capital = delegationIn(state.plan, delegation)?.capital ?? ''
    if (readings === null) return t('chips', { capital })
    return t(chips ? 'both' : 'readings', { capital, ...readings })
  }
}

function PlaneFigure({ state, plane, trades }: { state: RoomState; plane: Plane; trades: readonly Trade[] }) {
  const t = useTranslations('debrief.worth')
  const sides = useSides(state)
  const missing = useMissing(state)
  const members = membersOf(plane.pair)
  const place = trades.findIndex(({ pair }) => pair === plane.pair)
  return (
    <figure className={styles.plane}>
      <figcaption>
        <span className={`line hint ${styles.pair}`}>
          {members.map((id) => {
            const party = delegationIn(state.plan, id)
            return party ? <Placard key={id} delegation={party} size="xs" silent /> : null
          })}{' '}
          {sides(members)}
        </span>
        <h3>{plane.kind === 'drawn' ? <More more={plane.more} /> : t('notDrawn')}</h3>
      </figcaption>
      {plane.kind === 'drawn' ? (
        <PlaneDrawing state={state} plane={plane} trade={place === -1 ? null : place + 1} />
      ) : (
        <div className={`stack ${styles.none}`}>
          {plane.kind === 'no-clause' ? (
            <p>{t('noClause')}</p>
          ) : (
            <>
              {plane.missing.map((each) => (
                <p key={each.delegation}>{missing(each)}.</p>
              ))}
              <p className={`note ${styles.small}`}>{t('takes')}</p>
            </>
          )}
        </div>
      )}
    </figure>
  )
}

function More({ more: { own, alike } }: { more: { own: number; alike: number } }) {
  const t = useTranslations('debrief.worth.more')
  const shown = { own: unsigned(own), alike: unsigned(alike) }
  const [asRead, ifAlike] = [shown.own !== '0.0', shown.alike !== '0.0']
  if (asRead && ifAlike) return t('both', shown)
  return t(asRead ? 'own' : ifAlike ? 'alike' : 'none', shown)
}

function Key({ trades }: { trades: number }) {
  const t = useTranslations('debrief.worth.key')
  return (
    <ul className={`acts hint ${styles.key}`}>
      <li className="line">
        <svg viewBox="0 0 30 14" aria-hidden="true">
          <path className={styles.line} d="M1 3L18 6L29 13" />
        </svg>
        {t('line')}
      </li>
      <li className="line">
        <svg viewBox="0 0 16 14" aria-hidden="true">
          <circle className={styles.own} cx="8" cy="7" r="6" />
        </svg>
        {t('own')}
      </li>
      <li className="line">
        <svg viewBox="0 0 16 14" aria-hidden="true">
          <circle className={styles.alike} cx="8" cy="7" r="5" />
        </svg>
        {t('alike')}
      </li>
      {trades > 0 ? <li className="line">{t('trade')}</li> : null}
    </ul>
  )
}

function Trades({ state, trades, all }: { state: RoomState; trades: readonly Trade[]; all: number }) {
  const t = useTranslations('debrief.worth.trades')
  const capital = ({ by }: WordsGiven) => delegationIn(state.plan, by)?.capital ?? ''
  return (
    <section className={styles.trades}>
      <h3>{t('title', { count: trades.length, all: all > trades.length ? 'some' : 'each' })}</h3>
      <p className={`note ${styles.small}`}>{t('sub')}</p>
      <ol>
        {trades.map((trade) => (
          <li key={trade.pair}>
            <h4>
              {t('trade', {
                first: capital(trade.first),
                given: trade.first.clause.number,
                second: capital(trade.second),
                taken: trade.second.clause.number,
              })}
            </h4>
            {[trade.first, trade.second].map((side) => (
              <p key={side.by} className={styles.words}>
                <small>{t('words', { number: side.clause.number, capital: capital(side) })}</small>
                <GappedWords text={side.words} plan={state.plan} />
              </p>
            ))}
            <p className={styles.gains}>
              {[trade.first, trade.second].map((side, place) => (
                <span key={side.by}>
                  {t('gain', { capital: capital(side), gain: unsigned(trade.gains[place === 0 ? 0 : 1]) })}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Rests({ state, all }: { state: RoomState; all: readonly Plane[] }) {
  const t = useTranslations('debrief.worth.rests')
  const format = useFormatter()
  const sides = useSides(state)
  const rested = restsOn(state)
  const tensions = rested.flatMap(({ chips }) => chips ?? []).map(({ tension }) => tensionTitle(state.plan, tension))
  const drawn = all.flatMap((plane) => (plane.kind === 'drawn' ? [plane] : []))
  const leftOut = new Map(
    drawn
      .flatMap((plane) => plane.leftOut)
      .map((one) => {
        const from = drawn.filter((plane) => plane.leftOut.some(({ clause }) => clause.key === one.clause.key))
        return [one.clause.key, { ...one, pairs: from.map(({ pair }) => pair) }]
      }),
  )
  const means = new Map(
    drawn
      .flatMap(({ counted }) => counted)
      .flatMap(({ clause, meanFor }) => meanFor.map((id) => [`${clause.key}/${id}`, { clause, id }])),
  )
  return (
    <section className={styles.rests}>
      <h3>{t('title')}</h3>
      <ScrollRegion className={styles.scroll} label={t('title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('side')}</th>
              <th scope="col">{t('chips')}</th>
              <th scope="col">{t('positions')}</th>
              <th scope="col">{t('readings')}</th>
            </tr>
          </thead>
          <tbody>
            {rested.map(({ delegation, chips, positions, readings }) => {
              const party = delegationIn(state.plan, delegation)
              return (
                <tr key={delegation}>
                  <th scope="row">
                    {party ? <Shape delegation={party} silent /> : null} {party?.capital}
                  </th>
                  <td>{chips === null ? t('noneLaid') : chips.map((one) => one.chips).join(' · ')}</td>
                  <td>{t('of', { count: positions.revealed, of: positions.of })}</td>
                  <td>{t('of', { count: readings.read, of: readings.of })}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollRegion>
      {tensions.length > 0 ? (
        <p className={`note ${styles.small}`}>{t('order', { tensions: [...new Set(tensions)].join(' · ') })}</p>
      ) : null}
      <p>{t('how')}</p>
      <p className={`note ${styles.small}`}>
        {[
          drawn.length > 0 ? t('line') : null,
          ...[...means.values()].map(({ clause, id }) => t('mean', { capital: sides([id]), number: clause.number })),
          ...[...leftOut.values()].map(({ clause, why, pairs }) =>
            t(`left.${why}`, {
              number: clause.number,
              planes: pairs.length === all.length ? 'every' : 'some',
              pairs: format.list(pairs.map((pair) => sides(membersOf(pair)))),
            }),
          ),
          rested.some(({ chips }) => chips === null) ? t('equal') : null,
        ]
          .filter((part) => part !== null)
          .join(' ')}
      </p>
    </section>
  )
}
