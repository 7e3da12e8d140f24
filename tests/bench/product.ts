/** The whole product as it is built and started, in a process that can be asked what it has used. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { answerTheParent } from './process'

const given = z.object({ port: z.number(), env: z.record(z.string(), z.string()) })
const { port, env } = given.parse(JSON.parse(process.argv[2] ?? '{}'))
Object.assign(process.env, env, { PORT: String(port) })
// It has listened by the time its main module has run.
await import(pathToFileURL(path.resolve('dist/server.mjs')).href)
answerTheParent(port)
