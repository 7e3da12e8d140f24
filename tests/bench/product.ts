/** The built product in a process that reports its CPU time and memory. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { answerTheParent } from './process'

const given = z.object({ port: z.number(), env: z.record(z.string(), z.string()) })
const { port, env } = given.parse(JSON.parse(process.argv[2] ?? '{}'))
Object.assign(process.env, env, { PORT: String(port) })
// The server listens by the time its main module has run.
await import(pathToFileURL(path.resolve('dist/server.mjs')).href)
answerTheParent(port)
