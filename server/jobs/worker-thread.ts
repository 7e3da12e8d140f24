/**
 * The worker thread's program, bundled on its own and started by worker-queue.ts: takes one task after another and posts the results.
 * It shares no memory with the server, so it may import only what needs neither the database nor the settings.
 */
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { readPastedRoster } from '../store/courses/pasted-roster'
import { judgeRecord } from '../store/records/judged-record'
import type { FromThread, Task } from './worker-queue'

// Lower priority, so that live rooms get the processor first. Only Linux sets it per thread; elsewhere it would slow the whole server.
if (process.platform === 'linux') setPriority(0, 10)

const say = (news: FromThread) => parentPort?.postMessage(news)

function work(task: Task): void {
  switch (task.kind) {
    case 'record':
      say({ found: judgeRecord(task.bytes, task.roomId, (rows) => say({ news: rows })) })
      return
    case 'roster':
      say({ found: readPastedRoster(task.text, task.choices) })
      return
    default:
      task satisfies never
  }
}

parentPort?.on('message', work)
