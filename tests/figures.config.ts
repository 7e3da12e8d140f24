/** The screens that are counted for docs/figures.md: the browser tests' own setting without a server, on the one story that writes them. */
import base from './playwright.config'

const { globalSetup: _server, ...rest } = base
export default { ...rest, testDir: 'figures' }
