/** The pictures of the README and of docs/teaching.md: the browser tests' own setting, on the one story that takes them. */
import base from './playwright.config'

export default { ...base, testDir: 'pictures' }
