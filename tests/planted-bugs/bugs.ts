/** All the bugs there are to plant. */
import type { Bug } from './bug'
import { ABOUT_SOURCES } from './bugs-about-sources'
import { ABOUT_WHO_IS_IN } from './bugs-about-who-is-in'
import { AT_THE_BOUNDS } from './bugs-at-the-bounds'
import { AT_THE_DESK } from './bugs-at-the-desk'
import { AT_THE_DOOR } from './bugs-at-the-door'
import { IN_HOMEWORK } from './bugs-in-homework'
import { IN_THE_HOUSE } from './bugs-in-the-house'
import { IN_THE_RULES } from './bugs-in-the-rules'
import { IN_THE_SEATING } from './bugs-in-the-seating'
import { IN_WHAT_LEAVES } from './bugs-in-what-leaves'
import { IN_WHO_COMES_IN } from './bugs-in-who-comes-in'
import { OF_PARTS } from './bugs-of-parts'
import { OF_SIDES } from './bugs-of-sides'
import { OF_VERSIONS } from './bugs-of-versions'

export type { Bug }
export const BUGS: readonly Bug[] = [
  ...ABOUT_SOURCES,
  ...ABOUT_WHO_IS_IN,
  ...AT_THE_BOUNDS,
  ...AT_THE_DESK,
  ...AT_THE_DOOR,
  ...IN_THE_HOUSE,
  ...IN_THE_RULES,
  ...IN_THE_SEATING,
  ...IN_WHAT_LEAVES,
  ...IN_HOMEWORK,
  ...IN_WHO_COMES_IN,
  ...OF_PARTS,
  ...OF_SIDES,
  ...OF_VERSIONS,
]
