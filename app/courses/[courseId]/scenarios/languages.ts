// The languages in which a scenario may be written, in the order in which they are offered.
import { writingLanguage } from '#simulation/scenario/authoring/writing'

export const LANGUAGES = writingLanguage.options
