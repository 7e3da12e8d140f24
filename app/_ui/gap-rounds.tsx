// The gap through the rounds of one seminar, on one drawing: a line for each question with the placards where each delegation stood at its
// close, the bracket of the gap over them, and a path from each placard to the next. It is drawn in round by round where motion is not reduced.

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { WHOLE_STEPS } from '#simulation/kernel/axis'
import { focusGap, type Values } from '#simulation/reading/log/gap'
import { ChartFigure, Drawing } from './charts/chart-figure'
import { PlateMark } from './charts/chart-marks'
import { Bracket } from './charts/gap-brackets'
import { axisX, type DrawingName, fitted, type PlacedPlate, plateFoot, plateTop } from './charts/gap-drawing'
import dumbbell from './charts/gap-dumbbell.module.css'
import styles from './gap-rounds.module.css'
import { delegationColours } from './words/delegation-colours'
import { gapName, type Parties } from './words/delegations'
import { signedStep, unsigned } from './words/signed'

export type RoundPicture = { round: string; name: string; number: number; values: Values }

type GapRoundsProps = { parties: Parties; rounds: readonly RoundPicture[]; note?: ReactNode }

/** In units of the drawing: a round's name, and the room that its bracket takes over the plates. */
const [NAME, OVER, STACK, FOOT] = [34, 44, 30, 26] as const

export function GapRounds({ parties, rounds, note }: GapRoundsProps) {
  const t = useTranslations('ui')
  const cell = (values: Values) => {
    const apart = focusGap(parties, values)
    return apart === null ? '–' : unsigned(apart)
  }
  const table = {
    head: [t('gap.round'), gapName(parties), ...parties.delegations.map(({ name }) => name)],
    rows: rounds.map(({ name, number, values }) => [
      `${number} · ${name}`,
      cell(values),
      ...parties.delegations.map(({ id }) => values[id]?.toFixed(1) ?? '–'),
    ]),
  }
  return (
    <ChartFigure note={note} table={table}>
      {(['half', 'phone'] as const).map((drawing) => (
        <Drawing key={drawing} fits={drawing === 'half' ? 'halfOnly' : 'phone'}>
          <RoundsDrawing drawing={drawing} parties={parties} rounds={rounds} />
        </Drawing>
      ))}
    </ChartFigure>
  )
}

function RoundsDrawing({ drawing, parties, rounds }: GapRoundsProps & { drawing: DrawingName }) {
  const t = useTranslations('ui')
  const titleId = useId()
  const { delegations, focus } = parties
  let y = 0
  const rows = rounds.map((round) => {
    const { m, stood } = fitted(drawing, false, delegations, round.values)
    const levels = Math.max(0, ...stood.map(({ level }) => level))
    const top = y
    y += (NAME + OVER + STACK * (levels + 1)) * m.scale
    return { ...round, m, stood, levels, top, axisY: y, apart: focusGap(parties, round.values) }
  })
  const [first] = rows
  if (!first) return null
  const { m } = first
  const said = rows.map(
    ({ name, apart }) =>
      `${name}: ${apart === null ? '–' : t('gap.apart', { distance: unsigned(apart), when: 'none' })}`,
  )
  return (
    <svg viewBox={`0 0 ${m.width} ${y + FOOT}`} role="img" aria-labelledby={titleId} className={dumbbell.drawing}>
      <title id={titleId}>{`${gapName(parties)}. ${said.join('; ')}`}</title>
      {WHOLE_STEPS.map((step) => (
        <g key={step}>
          <line className={styles.grid} x1={axisX(m, step)} x2={axisX(m, step)} y1={first.axisY} y2={y} />
          <text className={dumbbell.margin} x={axisX(m, step)} y={y + 18} textAnchor="middle" fontSize={m.small}>
            {signedStep(step)}
          </text>
        </g>
      ))}
      <g>
        {rows.map((row, place) => {
          const before = rows[place - 1]
          return (
            <g key={row.round} className={styles.round}>
              {before
                ? row.stood.map((plate) => (
                    <Path
                      key={plate.delegation.id}
                      from={plateBefore(before.stood, plate)}
                      to={plate}
                      {...{ before, row }}
                    />
                  ))
                : null}
              <text x={m.from} y={row.top + 22 * m.scale} fontSize={m.label}>
                {`${row.number}. ${row.name}`}
              </text>
              <line className={dumbbell.axis} x1={m.from} x2={m.to} y1={row.axisY} y2={row.axisY} />
              {row.stood.map((plate) => (
                <PlateMark
                  key={plate.delegation.id}
                  delegation={plate.delegation}
                  x={plate.x}
                  foot={plateFoot(m, row.axisY, plate.level)}
                  scale={m.scale}
                />
              ))}
              <g className={styles.over}>
                <Bracket
                  m={m}
                  y={row.axisY}
                  stood={row.stood}
                  bracketed={row.stood.filter(({ delegation }) => focus.members.includes(delegation.id))}
                  levels={row.levels}
                  apart={row.apart}
                />
              </g>
            </g>
          )
        })}
      </g>
    </svg>
  )
}

const plateBefore = (stood: readonly PlacedPlate[], { delegation }: PlacedPlate) =>
  stood.find((plate) => plate.delegation.id === delegation.id)

type Row = { m: Parameters<typeof axisX>[0]; axisY: number }

/** From a delegation's placard to its next one, in its colour; nothing where it did not file before. */
function Path({ from, to, before, row }: { from: PlacedPlate | undefined; to: PlacedPlate; before: Row; row: Row }) {
  if (!from) return null
  const [top, foot] = [before.axisY, plateTop(row.m, row.axisY, to.level)]
  const middle = (top + foot) / 2
  return (
    <path
      className={`${styles.path} ${delegationColours(to.delegation)}`}
      d={`M${from.x} ${top}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${foot}`}
    />
  )
}
