/** A whole class, played by its own script: the browser tests' own setting, on the one story that plays it. */
import base from './playwright.config'

export default { ...base, testDir: 'class' }
