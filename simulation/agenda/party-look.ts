// The closed vocabularies of how a delegation looks: a shape and a hue that app/_ui knows how to draw, and the letters on its placard.
// Data names them; this file knows no delegation.
import * as z from 'zod/mini'

/** The silhouettes of app/_ui/shape-path.ts. They are told apart at ten pixels, in grey, and from the author's diamond. */
export const SHAPES = ['triangle', 'disc', 'square', 'cross', 'star', 'wedge', 'arch', 'hourglass'] as const
export const shape = z.enum(SHAPES)
export type Shape = z.infer<typeof shape>

/** The hues of app/_ui/tokens.css, in the order in which they are told apart best: a scenario of four takes the first four. */
export const HUES = ['blue', 'gold', 'red', 'violet', 'teal', 'plum', 'slate', 'taupe'] as const
export const hue = z.enum(HUES)
export type Hue = z.infer<typeof hue>

/** One to three letters on a placard, such as US: no two delegations of a plan share them. */
export const placardLetters = z.string().check(z.regex(/^\p{Lu}{1,3}$/u))
