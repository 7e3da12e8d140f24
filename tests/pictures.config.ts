/** The README's pictures: the browser tests' own setting, on the one story that takes them. */
import base from './playwright.config'

export default { ...base, testDir: 'pictures' }
