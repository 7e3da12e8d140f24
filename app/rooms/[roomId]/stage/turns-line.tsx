// The last turns of a debate that is talked aloud, on a line: an arc above it for each that speaks for another, beneath it against. The
// sentence over it, and what was tapped last under it.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import type { SeatId } from '#simulation/kernel/ids'
import type { TurnsLine as Line, LineTurn } from '#simulation/reading/talk/turns-said'
import { Shape } from '#ui/charts/shape'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { delegationIn } from '#ui/words/delegations.ts'
import type { StageContext } from './stage-context'
import { Plate } from './stage-parts'
import styles from './turns-line.module.css'

/** How far apart two turns stand, and how high the arcs may rise, in hundredths of the stage's width. */
const STEP = 7.8
const RISE = 3.6

export function TurnsLine({ on, line }: { on: StageContext; line: Line }) {
  const t = useTranslations('stage.turns')
  const { plan } = on.state
  const titleOf = (seat: SeatId | null) => plan.seats.find(({ id }) => id === seat)?.title ?? ''
  const { finding, newest, turns } = line
  return (
    <figure className={styles.line}>
      <figcaption>
        {finding.kind === 'answered'
          ? t('answered', { ...finding, title: titleOf(finding.seat) })
          : t(finding.kind, finding)}
      </figcaption>
      <div className={styles.turns} style={{ '--turns': turns.length } as CSSProperties}>
        <Arcs turns={turns} up label={t('for')} />
        <ol className={styles.plates}>
          {turns.map(({ no, delegation, said, answers, way, newest: last }) => {
            const side = delegationIn(plan, delegation)
            return (
              <li key={no} data-newest={last || undefined}>
                {side ? <Plate delegation={side} form={said ? 'filled' : 'outline'} size="line" square /> : null}
                <span>{no}</span>
                <VisuallyHidden>
                  {answers === null
                    ? t(said ? 'stands' : 'unsaid')
                    : t('answers', { number: turns[answers]?.no ?? '', way: way ?? 'none' })}
                </VisuallyHidden>
              </li>
            )
          })}
        </ol>
        <Arcs turns={turns} label={t('against')} />
      </div>
      <p className={`quiet ${styles.newest}`}>{newest ? <Newest on={on} newest={newest} /> : t('ask')}</p>
    </figure>
  )
}

/** Those for another stand above the line, with those that ask or have not said how, which are broken; those against stand beneath it. */
function Arcs({ turns, up = false, label }: { turns: readonly LineTurn[]; up?: boolean; label: string }) {
  const width = STEP * turns.length
  const drawn = turns.filter(({ answers, way }) => answers !== null && (way === 'against') !== up)
  if (drawn.length === 0) return null
  return (
    <>
      <span className={styles.side}>{drawn.some(({ way }) => way === (up ? 'for' : 'against')) ? label : null}</span>
      <svg
        className={styles.arcs}
        viewBox={`0 0 ${width} ${RISE}`}
        style={{ width: `calc(var(--stage) * ${width})` }}
        aria-hidden="true"
      >
        {turns.map(({ no, answers, way, newest }, place) => {
          if (answers === null || (way === 'against') === up) return null
          // They leave a little to the left of the middle and arrive to the right, so that two that meet are told apart.
          const [from, to] = [STEP * (place + 0.42), STEP * (answers + 0.58)]
          const high = Math.min(RISE - 0.4, 1 + 0.5 * (place - answers))
          const [base, crest, tip] = up ? [RISE, RISE - high * 1.3, RISE - 0.15] : [0, high * 1.3, 0.15]
          const back = up ? -0.9 : 0.9
          return (
            <path
              key={no}
              data-newest={newest || undefined}
              data-broken={way === 'for' || way === 'against' ? undefined : true}
              d={`M${from} ${base}C${from} ${crest} ${to} ${crest} ${to} ${tip}m-.5 ${back}l.5 ${-back}l.5 ${back}`}
            />
          )
        })}
      </svg>
    </>
  )
}

function Newest({ on, newest }: { on: StageContext; newest: NonNullable<Line['newest']> }) {
  const t = useTranslations('stage.turns')
  const { said, to, about } = newest
  const { no, answers, tapped, delegation } = said
  const shape = (id: typeof to) => {
    const side = delegationIn(on.state.plan, id)
    return side ? (
      <span className={delegationColours(side)}>
        <Shape delegation={side} />
      </span>
    ) : null
  }
  return t.rich('newest', {
    ...{
      no,
      number: answers ?? 0,
      way: tapped?.way ?? 'none',
      what: answers !== null ? 'answers' : tapped?.newPoint ? 'new' : 'none',
    },
    ...{ about: about ?? '', cites: about === null ? 'no' : 'yes' },
    b: (words) => <b>{words}</b>,
    from: () => shape(delegation),
    to: () => shape(to),
  })
}
