// Personal stances before and after, as counts at each value of an axis. Too few are not shown, because they would identify people.
import { useTranslations } from 'next-intl'
import { asTopic } from '#record/as-topic.ts'
import { roundOf } from '#simulation/agenda/plan'
import type { Spread, StanceSpread } from '#simulation/reading/stance-spread'
import { ChartFigure, Drawing } from '#ui/chart-figure'
import { signed } from '#ui/signed.ts'
import type { DebriefData } from './debrief-data'
import { Part } from './part'
import { SpreadDrawing } from './spread-drawing'
import styles from './stances-section.module.css'

type Shown = Extract<Spread, { kind: 'shown' }>
const shown = (spread: Spread): Shown | null => (spread.kind === 'shown' ? spread : null)

export function StancesSection({ back }: { back: DebriefData }) {
  const t = useTranslations('debrief.stances')
  const { spreads, state } = back
  const drawn = spreads.filter(({ before, after }) => shown(before) ?? shown(after))
  const title = useTitle(back)
  if (drawn.length === 0) {
    const open = spreads.some(({ before, after }) => before.kind === 'still-open' || after.kind === 'still-open')
    return <Part title={title} sub={t(open ? 'open' : 'tooFew')} />
  }
  return (
    <Part long title={title} sub={t('sub')} note={t('note')}>
      <div className={styles.spreads}>
        {drawn.map((spread) => {
          const round = roundOf(state.plan, spread.round)
          return round ? <RoundSpread key={spread.round} title={round.title} axis={round.axis} spread={spread} /> : null
        })}
      </div>
    </Part>
  )
}

type RoundSpreadProps = { title: string; axis: { minus: string; plus: string }; spread: StanceSpread }

function RoundSpread({ title, axis, spread: { before, after } }: RoundSpreadProps) {
  const t = useTranslations('debrief.stances')
  const [first, last] = [shown(before), shown(after)]
  const values = [...new Set([first, last].flatMap((each) => each?.counts.map(({ value }) => value) ?? []))].sort(
    (a, b) => a - b,
  )
  const at = (each: Shown | null, value: number) => each?.counts.find((count) => count.value === value)?.people ?? 0
  return (
    <ChartFigure
      heading={3}
      title={title}
      sub={[before, after]
        .map((spread, place) => {
          const when = place === 0 ? 'before' : 'after'
          return spread.kind === 'shown'
            ? t(when, { people: spread.people, mean: signed(Math.round(spread.mean * 10) / 10) })
            : t(`${when}Hidden`, { why: spread.kind === 'too-few' ? 'few' : 'open' })
        })
        .join(' · ')}
      table={{
        head: [t('place'), t('headBefore'), t('headAfter')],
        rows: values.map((value) => [
          signed(value),
          first ? String(at(first, value)) : '–',
          last ? String(at(last, value)) : '–',
        ]),
      }}
    >
      <Drawing fits="always">
        <SpreadDrawing before={first} after={last} label={t('describe', { title })} />
      </Drawing>
      <div className={styles.ends}>
        <span>{axis.minus}</span>
        <span>{axis.plus}</span>
      </div>
    </ChartFigure>
  )
}

/** The finding: the question on which the mean stance moved most. */
function useTitle({ spreads, state }: DebriefData): string {
  const t = useTranslations('debrief.stances')
  const moved = spreads.flatMap(({ round, before, after }) => {
    const [first, last] = [shown(before), shown(after)]
    return first && last ? [{ round, from: first.mean, to: last.mean }] : []
  })
  const [most] = moved.sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
  if (!most) return t('title')
  const [from, to] = [most.from, most.to].map((mean) => signed(Math.round(mean * 10) / 10))
  if (from === to || from === undefined || to === undefined) return t('held')
  return t('moved', { topic: asTopic(roundOf(state.plan, most.round)?.title ?? most.round), from, to })
}
