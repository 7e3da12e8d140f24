/**
 * A thread that does what may take long, one piece after the other, and says what came of it. It is a program of its own, started by
 * in-a-thread.ts, and must not touch what belongs to the server.
 */
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { readPastedRoster } from '../store/courses/pasted-roster'
import { judgeRecord } from '../store/records/judged-record'
import type { FromThread, Task } from './in-a-thread'

// Linux keeps this for each thread; elsewhere it would slow the whole server.
if (process.platform === 'linux') setPriority(0, 10)

const say = (news: FromThread) => parentPort?.postMessage(news)

function work(task: Task): void {
  switch (task.kind) {
    case 'record':
      say({ found: judgeRecord(task.bytes, task.roomId, (rows) => say({ rows })) })
      return
    case 'roster':
      say({ found: readPastedRoster(task.text) })
      return
    default:
      task satisfies never
  }
}

parentPort?.on('message', work)
