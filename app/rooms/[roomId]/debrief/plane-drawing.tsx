// One plane: worth to one side against worth to the other, with the line of what was to be had and the two points of the text.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { membersOf } from '#simulation/agenda/parties'
import { chipsEach } from '#simulation/questions/chips'
import type { Worths } from '#simulation/reading/positions/frontier'
import type { Plane } from '#simulation/reading/positions/worth'
import type { RoomState } from '#simulation/state/room-state'
import { ShapeMark } from '#ui/charts/chart-marks'
import { delegationIn } from '#ui/words/delegations.ts'
import { unsigned } from '#ui/words/signed.ts'
import styles from './worth-section.module.css'

const SIZE = 380
const [LEFT, RIGHT, TOP, FOOT] = [46, 366, 36, 356]
/** Points nearer than this are named by one label. */
const NEAR = 26

type Drawn = Extract<Plane, { kind: 'drawn' }>

/** `trade` is the number of the trade between these two, where one is named. */
export function PlaneDrawing({ state, plane, trade }: { state: RoomState; plane: Drawn; trade: number | null }) {
  const t = useTranslations('debrief.worth.drawn')
  const titleId = useId()
  const most = chipsEach(state.plan) ?? 10
  const at = ([a, b]: Worths) => ({ x: LEFT + (a / most) * (RIGHT - LEFT), y: FOOT - (b / most) * (FOOT - TOP) })
  const [first, second] = membersOf(plane.pair).map((id) => delegationIn(state.plan, id))
  if (!first || !second) return null
  const steps = Array.from({ length: 6 }, (_, step) => (step * most) / 5)
  const [own, alike] = [at(plane.own), at(plane.alike)]
  const corners = plane.corners.map(at)
  const [from, to] = [plane.corners[0] ?? plane.own, plane.corners.at(-1) ?? plane.own]
  const come = trade === null || !plane.trade ? null : at(plane.trade.at)
  const together = Math.hypot(own.x - alike.x, own.y - alike.y) < NEAR
  const names = { first: first.capital, second: second.capital }
  const numbers = {
    ...{ ownFirst: unsigned(plane.own[0]), ownSecond: unsigned(plane.own[1]) },
    ...{ alikeFirst: unsigned(plane.alike[0]), alikeSecond: unsigned(plane.alike[1]) },
    ...{ fromFirst: unsigned(from[0]), fromSecond: unsigned(from[1]) },
    ...{ toFirst: unsigned(to[0]), toSecond: unsigned(to[1]) },
  }
  return (
    <svg viewBox={`0 0 ${SIZE} ${SIZE + 30}`} role="img" aria-labelledby={titleId} className={styles.drawing}>
      <title id={titleId}>{t('title', { ...names, ...numbers })}</title>
      {steps.map((step) => {
        const { x, y } = at([step, step])
        return (
          <g key={step}>
            <path className={styles.grid} d={`M${x} ${TOP}V${FOOT}M${LEFT} ${y}H${RIGHT}`} />
            <text className={styles.step} x={x} y={FOOT + 18} textAnchor="middle">
              {step}
            </text>
            {step === 0 ? null : (
              <text className={styles.step} x={LEFT - 8} y={y + 5} textAnchor="end">
                {step}
              </text>
            )}
          </g>
        )
      })}
      <path className={styles.frame} d={`M${LEFT} ${TOP}V${FOOT}H${RIGHT}`} />
      <ShapeMark delegation={second} x={LEFT - 14} y={14} radius={6.5} look="filled" />
      <text className={styles.name} x={LEFT} y={19}>
        {t('worthTo', { capital: second.capital })}
      </text>
      <ShapeMark delegation={first} x={RIGHT - 6} y={FOOT + 38} radius={6.5} look="filled" />
      <text className={styles.name} x={RIGHT - 20} y={FOOT + 43} textAnchor="end">
        {t('worthTo', { capital: first.capital })}
      </text>
      <path className={styles.line} d={`M${corners.map(({ x, y }) => `${x} ${y}`).join('L')}`} />
      {come ? <path className={styles.way} d={`M${alike.x} ${alike.y}L${come.x} ${come.y}`} /> : null}
      {come ? (
        <g>
          <circle className={styles.alike} cx={come.x} cy={come.y} r={10.5} />
          <text className={styles.step} x={come.x} y={come.y + 5} textAnchor="middle">
            {trade}
          </text>
        </g>
      ) : null}
      <path className={styles.frame} d={`M${alike.x} ${alike.y}L${own.x} ${own.y}`} />
      <circle className={styles.alike} cx={alike.x} cy={alike.y} r={6} />
      <circle className={styles.own} cx={own.x} cy={own.y} r={7} />
      <Label x={own.x} y={own.y + (own.y <= alike.y ? -14 : 24)}>
        {t('own')}
      </Label>
      {together ? null : (
        <Label x={alike.x} y={alike.y + (own.y <= alike.y ? 24 : -14)}>
          {t('alike')}
        </Label>
      )}
    </svg>
  )
}

/** Beside a point, within the drawing. */
function Label({ x, y, children }: { x: number; y: number; children: string }) {
  const anchor = x > RIGHT - 50 ? 'end' : x < LEFT + 50 ? 'start' : 'middle'
  return (
    <text className={styles.label} x={x} y={y} textAnchor={anchor}>
      {children}
    </text>
  )
}
