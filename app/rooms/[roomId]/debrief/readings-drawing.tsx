// The readings of one clause on its axis: a plate for each side, the furthest two bracketed, and hollow where each had stood.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { AXIS_END, axisShare, WHOLE_STEPS } from '#simulation/kernel/axis'
import type { ClauseReadings } from '#simulation/reading/text/clause-readings'
import type { RoomState } from '#simulation/state/room-state'
import { PLATE, PlateMark, plateWidth, ShapeMark } from '#ui/charts/chart-marks'
import { stacked } from '#ui/over/stacked.ts'
import { delegationIn } from '#ui/words/delegations.ts'
import { signed, signedStep, unsigned } from '#ui/words/signed.ts'
import styles from './readings-section.module.css'

const EDGE = 26
const SCALE = 0.9
const LEVEL = PLATE.height * SCALE + 4

export function ReadingsDrawing({ state, one, width }: { state: RoomState; one: ClauseReadings; width: number }) {
  const t = useTranslations('debrief.readings')
  const titleId = useId()
  const x = (value: number) => EDGE + axisShare(value) * (width - 2 * EDGE)
  const plates = stacked(
    one.readings.flatMap(({ delegation, value }) => {
      const party = delegationIn(state.plan, delegation)
      return party ? [{ party, value, x: x(value), half: (plateWidth(party.letter) * SCALE) / 2 }] : []
    }),
  )
  const levels = Math.max(0, ...plates.map(({ level }) => level))
  const apart = one.finding.kind === 'apart' ? one.finding.apart : null
  const axis = (apart ? 30 : 8) + (levels + 1) * LEVEL + 8
  const values = plates.map((plate) => plate.value)
  const [from, to] = [x(Math.min(...values)), x(Math.max(...values))]
  const said = one.readings
    .map(({ delegation, value }) => `${delegationIn(state.plan, delegation)?.name} ${signed(value)}`)
    .join(', ')
  return (
    <svg viewBox={`0 0 ${width} ${axis + 44}`} role="img" aria-labelledby={titleId} className={styles.drawing}>
      <title id={titleId}>{t('drawn', { number: one.clause.number, said })}</title>
      <line className={styles.axis} x1={x(-AXIS_END)} x2={x(AXIS_END)} y1={axis} y2={axis} />
      {WHOLE_STEPS.map((step) => (
        <g key={step}>
          <line className={styles.tick} x1={x(step)} x2={x(step)} y1={axis - (step === 0 ? 8 : 5)} y2={axis + 6} />
          <text className={styles.step} x={x(step)} y={axis + 38}>
            {signedStep(step)}
          </text>
        </g>
      ))}
      {one.stood.map(({ delegation, value }) => {
        const party = delegationIn(state.plan, delegation)
        return party ? (
          <ShapeMark key={delegation} delegation={party} x={x(value)} y={axis + 15} radius={6} look="hollow" />
        ) : null
      })}
      {plates.map(({ party, x: at, level }) => (
        <g key={party.id}>
          <line className={styles.tick} x1={at} x2={at} y1={axis} y2={axis - 8 - level * LEVEL} />
          <PlateMark delegation={party} x={at} foot={axis - 6 - level * LEVEL} scale={SCALE} />
        </g>
      ))}
      {apart ? (
        <g>
          <path className={styles.bracket} d={`M${from} 30V22H${to}V30`} />
          <text className={styles.apart} x={(from + to) / 2} y={15}>
            {t('apart', { steps: unsigned(apart.steps) })}
          </text>
        </g>
      ) : null}
    </svg>
  )
}
