/**
 * Runs the built server under a first process that collects no dead children, as in a container without an init: what the server leaves behind
 * when it is killed stays as a zombie. In a namespace of process numbers of its own, so that it needs no rights outside.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { endWithUs } from './children'

const root = path.resolve(import.meta.dirname, '../../..')

/** Starts a server, kills it or its database, at a word on its input. Node collects only the children that it has started itself. */
const WRAPPER = `
  const { spawn } = require('node:child_process')
  const { readFileSync } = require('node:fs')
  let child
  require('node:readline').createInterface({ input: process.stdin }).on('line', (word) => {
    if (word === 'start') child = spawn(process.execPath, ['dist/server.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] })
    if (word === 'kill server') child.kill('SIGKILL')
    if (word === 'kill database') process.kill(Number(readFileSync(process.env.DATA_DIR + '/postgres/postmaster.pid', 'utf8').split('\\n')[0]), 'SIGKILL')
  })`

export type FirstProcess = {
  say(word: 'start' | 'kill server' | 'kill database'): void
  said(): string
  end(): Promise<void>
}

export function startFirstProcess(env: Record<string, string>): FirstProcess {
  const rights = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']
  // When the first process of a namespace ends, all others in it are ended with it.
  const words = [...rights, '--pid', '--fork', '--mount-proc', '--kill-child', process.execPath, '-e', WRAPPER]
  const child: ChildProcess = spawn('unshare', words, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  endWithUs(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return {
    say: (word) => void child.stdin?.write(`${word}\n`),
    said: () => said,
    async end() {
      const ended = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGKILL')
      await ended
    },
  }
}
