/** The stage and the desk as one page without a server: bundled once, and drawn in any state that a test hands over. */
import path from 'node:path'
import { build, type Plugin } from 'esbuild'

/** Server actions have no server here; whoever presses their button learns that it is refused. */
const withoutServer: Plugin = {
  name: 'without-server',
  setup: ({ onLoad }) => {
    onLoad({ filter: /actions\.ts$/ }, async ({ path: file }) => {
      const { readFile } = await import('node:fs/promises')
      const text = await readFile(file, 'utf8')
      if (!/^'use server'/m.test(text)) return null
      const names = [...text.matchAll(/^export async function (\w+)/gm)].map(([, name]) => name)
      const refused = "async () => ({ ok: false, fault: 'not-found' })"
      return { contents: names.map((name) => `export const ${name} = ${refused}`).join('\n'), loader: 'ts' }
    })
  },
}

const HTML = `<!doctype html><html lang="en"><head><title>Scenes</title><link rel="stylesheet" href="/page.css"></head>
<body><script src="/page.js"></script></body></html>`

/** Path and content of each file of the page, `/page.html` among them. */
export async function scenePage(): Promise<ReadonlyMap<string, { body: Buffer; contentType: string }>> {
  const built = await build({
    entryPoints: { page: path.join(import.meta.dirname, 'scene-page.tsx') },
    outdir: '/',
    bundle: true,
    write: false,
    jsx: 'automatic',
    format: 'iife',
    loader: { '.woff2': 'file', '.woff': 'empty', '.svg': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    plugins: [withoutServer],
    logLevel: 'error',
  })
  const types = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }
  const made = built.outputFiles.map(({ path: file, contents }) => {
    const contentType = Object.entries(types).find(([ending]) => file.endsWith(ending))?.[1] ?? 'text/plain'
    return [file, { body: Buffer.from(contents), contentType }] as const
  })
  return new Map([...made, ['/page.html', { body: Buffer.from(HTML), contentType: 'text/html' }]])
}
