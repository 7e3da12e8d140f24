// `npm start`, `npm run dev`, `npm run build`, `npm run admin`: installs and builds what is missing, then runs the program in this same
// process: a child process could be left behind, and signals would reach the parent.
import { build, buildServer, generate, install, requireNode, root, StepFault } from './prepare.mjs'

requireNode()
process.chdir(root)
const [task = 'start'] = process.argv.slice(2)

try {
  await install(task === 'dev' ? 'develop' : 'serve')
  await generate()
  if (task === 'build' || task === 'start') await build()
  if (task === 'admin') await buildServer()
} catch (error) {
  console.error(error instanceof StepFault ? error.message : error)
  process.exit(1)
}

if (task === 'start') {
  process.setSourceMapsEnabled(true)
  await import('../../../dist/server.mjs')
}
if (task === 'dev') {
  process.argv.push('--dev')
  const { register } = await import('tsx/esm/api')
  register()
  await import('../../main.ts')
}
if (task === 'admin') {
  process.setSourceMapsEnabled(true)
  const { administer } = await import('../../../dist/admin.mjs')
  process.exitCode = await administer(process.argv.slice(3), console.log, console.error)
}
