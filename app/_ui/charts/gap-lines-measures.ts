// The measures of the chart over the rounds, and the positions of numbers and end labels so that none overlap, in units of the SVG.
import { AXIS_LENGTH } from '#simulation/kernel/axis'

export type LinesMeasures = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  /** Uses short labels without shapes. */
  narrow: boolean
  /** A font size that is 12px or more at the smallest width this drawing is shown in. */
  small: number
  label: number
  /** The font size of the distances on the gap's line. */
  number: number
  /** The most lines a round's name may take. */
  nameLines: 1 | 2 | 3
  /** The width of a letter of a round's name, as a part of its size. */
  letter: number
}

export const LINES: Readonly<Record<'wide' | 'half' | 'phone' | 'stage', LinesMeasures>> = {
  wide: {
    width: 1160,
    height: 370,
    left: 34,
    right: 915,
    top: 14,
    bottom: 330,
    narrow: false,
    small: 13,
    label: 13.8,
    number: 16,
    nameLines: 1,
    letter: 0.5,
  },
  half: {
    width: 570,
    height: 368,
    left: 34,
    right: 440,
    top: 14,
    bottom: 310,
    narrow: true,
    small: 13.8,
    label: 14,
    number: 16,
    nameLines: 2,
    letter: 0.5,
  },
  phone: {
    width: 340,
    height: 348,
    left: 26,
    right: 244,
    top: 14,
    bottom: 290,
    narrow: true,
    small: 14.2,
    label: 14.2,
    number: 16,
    nameLines: 2,
    letter: 0.5,
  },
  /** Half the pixels it covers on a projector of 1920 pixels, so that 20 units are 40px. */
  stage: {
    width: 586,
    height: 316,
    left: 26,
    right: 440,
    top: 14,
    bottom: 206,
    narrow: true,
    small: 21,
    label: 21,
    number: 26,
    nameLines: 3,
    letter: 0.44,
  },
}

/** Where the plot lies in a drawing. */
type Area = Pick<LinesMeasures, 'left' | 'right' | 'top' | 'bottom'>

export const distanceY = (m: Area, distance: number) => m.bottom - (distance / AXIS_LENGTH) * (m.bottom - m.top)

export function roundX(m: Area, place: number, count: number): number {
  const from = m.left + 22
  return count < 2 ? (from + m.right) / 2 : from + (place / (count - 1)) * (m.right - from)
}

/** The outline of the band from the least to the greatest distance of each round; an unknown round splits the band in two. */
export function bandPath(m: Area, band: readonly (readonly [number, number] | null)[]): string {
  const parts: { x: number; low: number; high: number }[][] = [[]]
  band.forEach((ends, place) => {
    if (ends === null) parts.push([])
    else
      parts.at(-1)?.push({ x: roundX(m, place, band.length), low: distanceY(m, ends[0]), high: distanceY(m, ends[1]) })
  })
  return parts
    .map((points) => {
      const [only, second] = points
      if (!only) return ''
      // A single round would have no width.
      const wide = second
        ? points
        : [
            { ...only, x: only.x - 5 },
            { ...only, x: only.x + 5 },
          ]
      const over = wide.map(({ x, high }) => `${x} ${high}`)
      const under = [...wide].reverse().map(({ x, low }) => `${x} ${low}`)
      return `M${[...over, ...under].join('L')}Z`
    })
    .join('')
}

/** A round's name in as many lines as the drawing has room for; the last one is cut before it reaches the next round's name. */
export function roundName(m: LinesMeasures, name: string, count: number): readonly string[] {
  const room = Math.floor((m.right - m.left - 22) / Math.max(1, count - 1) / (m.small * m.letter))
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    const longer = `${last} ${word}`
    if (last !== undefined && (longer.length <= room || lines.length === m.nameLines)) lines.splice(-1, 1, longer)
    else lines.push(word)
  }
  return lines.map((line) => (line.length > room ? `${line.slice(0, Math.max(1, room - 2)).trimEnd()}…` : line))
}

/** The side of a point on which its number is further from the other lines. */
export function bestSide(m: LinesMeasures, value: number, others: readonly number[]): 'above' | 'below' {
  const k = m.number / 16
  const room = (y: number) => Math.min(40, ...others.map((other) => Math.abs(distanceY(m, other) - y)))
  const y = distanceY(m, value)
  if (y - 26 * k < m.top) return 'below'
  if (y + 26 * k > m.bottom) return 'above'
  return room(y - 19 * k) >= room(y + 18 * k) ? 'above' : 'below'
}

const apart = (m: LinesMeasures) => m.label * 1.3

/** The heights of the end labels: beside their lines, pushed apart where they would overlap. */
export function spreadLabels(m: LinesMeasures, values: readonly (number | null)[]): readonly (number | null)[] {
  const wanted = values
    .flatMap((value, place) => (value === null ? [] : [{ place, y: distanceY(m, value) }]))
    .sort((a, b) => a.y - b.y || a.place - b.place)
  wanted.forEach((label, place) => {
    const before = wanted[place - 1]
    if (before) label.y = Math.max(label.y, before.y + apart(m))
  })
  const over = (wanted.at(-1)?.y ?? 0) - m.bottom
  if (over > 0)
    [...wanted].reverse().forEach((label, place, all) => {
      const after = all[place - 1]
      label.y = Math.min(label.y, after ? after.y - apart(m) : m.bottom)
    })
  const heights = new Map(wanted.map((label) => [label.place, label.y]))
  return values.map((_, place) => heights.get(place) ?? null)
}
