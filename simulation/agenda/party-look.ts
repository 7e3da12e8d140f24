// How a delegation may look: the shapes and hues that app/_ui can draw, and the letters on its placard. A plan chooses for each
// delegation.
import * as z from 'zod/mini'

/** The silhouettes that app/_ui/charts/shape-path.ts draws. They can be told apart at ten pixels and in grey; a diamond is excluded, because it marks the author of a source. */
export const SHAPES = ['triangle', 'disc', 'square', 'cross', 'star', 'wedge', 'arch', 'hourglass'] as const
export const shape = z.enum(SHAPES)
export type Shape = z.infer<typeof shape>

/** The hues of app/_ui/page/tokens.css. The first n are the n that can be told apart best: a scenario of four delegations takes the first four. */
export const HUES = ['blue', 'gold', 'red', 'violet', 'teal', 'plum', 'slate', 'taupe'] as const
export const hue = z.enum(HUES)

/** One to three letters on a placard, such as US: no two delegations of a plan share them. */
export const placardLetters = z.string().check(z.regex(/^\p{Lu}{1,3}$/u))
