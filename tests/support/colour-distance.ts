/** Perceived distance of two colours: CIEDE2000, for full colour vision, protanopia, deuteranopia and tritanopia (Machado 2009). */

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

export const EYES: Readonly<Record<string, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const TO_XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
]
const WHITE: Triple = [0.95047, 1, 1.08883]

const times = (matrix: Matrix, [x, y, z]: Triple): Triple => {
  const [a, b, c] = matrix.map(([p, q, r]) => p * x + q * y + r * z)
  return [a ?? 0, b ?? 0, c ?? 0]
}

function linear(hex: string): Triple {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return [r ?? 0, g ?? 0, b ?? 0]
}

function labOf(hex: string, eye: Matrix): Triple {
  const [r, g, b] = times(eye, linear(hex)).map((value) => Math.min(1, Math.max(0, value)))
  const xyz = times(TO_XYZ, [r ?? 0, g ?? 0, b ?? 0])
  const [x, y, z] = xyz.map((value, place) => {
    const part = value / (WHITE[place] ?? 1)
    return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116
  })
  return [116 * (y ?? 0) - 16, 500 * ((x ?? 0) - (y ?? 0)), 200 * ((y ?? 0) - (z ?? 0))]
}

const degrees = (radians: number) => (radians * 180) / Math.PI
const radians = (angle: number) => (angle * Math.PI) / 180

function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)))
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)]
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)]
  const hue = (b: number, a: number) => (degrees(Math.atan2(b, a)) + 360) % 360
  const [h1, h2] = [hue(b1, p1), hue(b2, p2)]
  const turn = h2 - h1
  const grey = c1 * c2 === 0
  const dh = grey ? 0 : turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(dh / 2))
  const [lm, cm] = [(l1 + l2) / 2, (c1 + c2) / 2]
  const sum = h1 + h2
  const hm = grey ? sum : Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
  const t =
    1 -
    0.17 * Math.cos(radians(hm - 30)) +
    0.24 * Math.cos(radians(2 * hm)) +
    0.32 * Math.cos(radians(3 * hm + 6)) -
    0.2 * Math.cos(radians(4 * hm - 63))
  const turned = 30 * Math.exp(-(((hm - 275) / 25) ** 2))
  const rt = -Math.sin(radians(2 * turned)) * 2 * Math.sqrt(cm ** 7 / (cm ** 7 + 25 ** 7))
  const [sl, sc, sh] = [
    1 + (0.015 * (lm - 50) ** 2) / Math.sqrt(20 + (lm - 50) ** 2),
    1 + 0.045 * cm,
    1 + 0.015 * cm * t,
  ]
  const [l, c, h] = [(l2 - l1) / sl, (c2 - c1) / sc, dH / sh]
  return Math.sqrt(l * l + c * c + h * h + rt * c * h)
}

/** The smallest distance over all kinds of colour vision. */
export const distanceBetween = (one: string, other: string): number =>
  Math.min(...Object.values(EYES).map((eye) => ciede2000(labOf(one, eye), labOf(other, eye))))

/** The WCAG contrast ratio, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [low = 0, high = 0] = [one, other]
    .map((hex) => {
      const [r, g, b] = linear(hex)
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    })
    .sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}
