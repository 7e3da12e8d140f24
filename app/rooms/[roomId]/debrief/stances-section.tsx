// Personal stances before and after, as counts at each value of an axis. Too few are not shown, because they would identify people.
import { useTranslations } from 'next-intl'
import { useRoundName } from '#record/gap-proofs'
import { Proof } from '#record/proof'
import { asTopic } from '#record/words/inside-sentence.ts'
import { roundOf } from '#simulation/agenda/plan'
import { stanceGrounds } from '#simulation/reading/positions/grounds'
import {
  type Spread,
  type StanceSpread,
  shownMean,
  stanceCounts,
  stanceFinding,
  stancesShown,
} from '#simulation/reading/positions/stance-spread'
import { AxisEnds } from '#ui/charts/axis-ends'
import { ChartFigure, Drawing } from '#ui/charts/chart-figure'
import { signed } from '#ui/words/signed.ts'
import type { DebriefData } from './debrief-data'
import { Part } from './part'
import { SpreadDrawing } from './spread-drawing'
import styles from './stances-section.module.css'

type Shown = Extract<Spread, { kind: 'shown' }>
/** How to read the counts; only where both times are drawn is it said how to tell them apart. */
const SUBS = { both: 'sub', 'awaits-after': 'awaited', 'one-time': 'oneTime' } as const
const shown = (spread: Spread): Shown | null => (spread.kind === 'shown' ? spread : null)

export function StancesSection({ back }: { back: DebriefData }) {
  const t = useTranslations('debrief.stances')
  const { spreads, state } = back
  const drawn = spreads.filter(({ before, after }) => shown(before) ?? shown(after))
  const title = useTitle(back)
  const found = stancesShown(spreads)
  if (found === 'still-open' || found === 'too-few')
    return <Part title={title} sub={t(found === 'still-open' ? 'open' : 'tooFew')} />
  return (
    <Part long title={title} sub={t(SUBS[found])} note={t('note')} proof={<StancesProof back={back} />}>
      <div className={styles.spreads}>
        {drawn.map((spread) => {
          const round = roundOf(state.plan, spread.round)
          return round ? <RoundSpread key={spread.round} title={round.title} axis={round.axis} spread={spread} /> : null
        })}
      </div>
    </Part>
  )
}

/** What the title counts: the means of each question, without a name (D7). */
function StancesProof({ back: { spreads, state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.proof')
  const named = useRoundName(state)
  const mean = (value: number | null) => (value === null ? '–' : signed(value))
  if (stanceFinding(spreads).kind === 'unknown') return null
  return (
    <Proof
      ways={['viewMoved', 'viewStayed', 'viewDiffers', 'unknown']}
      says={t}
      grounds={stanceGrounds(spreads)}
      words={({ round, from, to }) => t('fromTo', { round: named(round), from: mean(from), to: mean(to) })}
    />
  )
}

type RoundSpreadProps = { title: string; axis: { minus: string; plus: string }; spread: StanceSpread }

function RoundSpread({ title, axis, spread }: RoundSpreadProps) {
  const t = useTranslations('debrief.stances')
  const { before, after } = spread
  const awaited = after.kind === 'still-open'
  const count = (people: number | null) => (people === null ? '–' : String(people))
  return (
    <ChartFigure
      heading={3}
      title={title}
      sub={[before, ...(awaited ? [] : [after])]
        .map((each, place) => {
          const when = place === 0 ? 'before' : 'after'
          return each.kind === 'shown'
            ? t(when, { people: each.people, mean: signed(shownMean(each.mean)) })
            : t(`${when}Hidden`)
        })
        .join(' · ')}
      table={{
        head: [t('place'), t('headBefore'), ...(awaited ? [] : [t('headAfter')])],
        rows: stanceCounts(spread).map((row) => [
          signed(row.value),
          count(row.before),
          ...(awaited ? [] : [count(row.after)]),
        ]),
      }}
    >
      <Drawing fits="always">
        <SpreadDrawing
          before={shown(before)}
          after={awaited ? 'awaited' : shown(after)}
          label={t('describe', { title, times: awaited ? 'awaited' : 'both' })}
        />
      </Drawing>
      <div className={styles.ends}>
        <AxisEnds axis={axis} />
      </div>
    </ChartFigure>
  )
}

/** The finding: the question on which the mean stance differs most. */
function useTitle({ spreads, state }: DebriefData): string {
  const t = useTranslations('debrief.stances')
  const finding = stanceFinding(spreads)
  switch (finding.kind) {
    case 'unknown':
      return t(stancesShown(spreads) === 'awaits-after' ? 'titleBefore' : 'title')
    case 'held':
      return t('held', { unknown: finding.unknown })
    case 'moved':
    case 'differs': {
      const { round, from, to, known, unknown } = finding
      const topic = asTopic(roundOf(state.plan, round)?.title ?? round)
      return t(finding.kind, { topic, from: signed(from), to: signed(to), known, unknown })
    }
    default:
      return finding satisfies never
  }
}
