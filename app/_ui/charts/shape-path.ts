// The shapes of the delegations as SVG paths around a point. They have the same visual weight, not the same box, so that no delegation
// looks larger; filled ones can be told apart at ten pixels.
import type { Shape } from '#simulation/agenda/party-look'

/** The corners of each polygon, in units of the radius; the disc and the arch are drawn with curves. */
const CORNERS: Readonly<Record<Exclude<Shape, 'disc' | 'arch'>, readonly (readonly [number, number])[]>> = {
  triangle: [
    [0, -1.05],
    [1.12, 0.88],
    [-1.12, 0.88],
  ],
  square: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  wedge: [
    [-1.12, -0.88],
    [1.12, -0.88],
    [0, 1.05],
  ],
  cross: [
    [-0.4, -1.08],
    [0.4, -1.08],
    [0.4, -0.4],
    [1.08, -0.4],
    [1.08, 0.4],
    [0.4, 0.4],
    [0.4, 1.08],
    [-0.4, 1.08],
    [-0.4, 0.4],
    [-1.08, 0.4],
    [-1.08, -0.4],
    [-0.4, -0.4],
  ],
  star: Array.from({ length: 10 }, (_, corner) => {
    const angle = (corner * Math.PI) / 5 - Math.PI / 2
    const reach = corner % 2 === 0 ? 1.25 : 0.54
    return [reach * Math.cos(angle), reach * Math.sin(angle) + 0.08] as const
  }),
  hourglass: [
    [-0.98, -1],
    [0.98, -1],
    [0.22, 0],
    [0.98, 1],
    [-0.98, 1],
    [-0.22, 0],
  ],
}

const round = (value: number) => Math.round(value * 100) / 100

export function shapePath(shape: Shape, x: number, y: number, radius: number): string {
  const r = round(radius)
  if (shape === 'disc')
    return `M${round(x - radius)} ${round(y)}a${r} ${r} 0 1 1 ${round(2 * r)} 0a${r} ${r} 0 1 1 ${round(-2 * r)} 0Z`
  if (shape === 'arch') {
    const half = round(radius * 0.92)
    return `M${round(x - half)} ${round(y + radius * 0.9)}V${round(y)}a${half} ${half} 0 0 1 ${round(2 * half)} 0V${round(y + radius * 0.9)}Z`
  }
  return `M${CORNERS[shape].map(([dx, dy]) => `${round(x + dx * radius)} ${round(y + dy * radius)}`).join('L')}Z`
}
