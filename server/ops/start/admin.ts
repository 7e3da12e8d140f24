// `npm run admin -- …`: runs one command of the operator's.
import { administer } from '../admin'

process.exitCode = await administer(process.argv.slice(2), console.log, console.error)
