// Builds the hello page that pages are measured against: a sentence in the same Next, prerendered, with no layout, style or script of its
// own.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, runStep } from '../../server/ops/start/prepare.mjs'

/** Built once for each version of Next, in a folder that git ignores. */
export async function buildHello() {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/next/package.json'), 'utf8'))
  const folder = path.join(root, 'dist/bench/hello')
  const stamp = path.join(folder, 'built-with')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'app'), { recursive: true })
  const files = {
    'package.json': JSON.stringify({ private: true, type: 'module' }),
    'next.config.js': `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(root)} } }`,
    'app/layout.js': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>',
    'app/page.js': 'export default () => <p>Hello</p>',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  const words = ['node_modules/next/dist/bin/next', 'build', folder]
  await runStep('Built the hello page', process.execPath, words, { NODE_ENV: 'production' })
  writeFileSync(stamp, version)
}
