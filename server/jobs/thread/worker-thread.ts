/**
 * The worker thread's program, bundled on its own and started by server/jobs/worker-queue.ts: takes one task after another and posts the results.
 * It shares no memory with the server, so it may import only what needs neither the database nor the settings.
 */
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import type { Ahead, FromThread, ResearchLines, Task } from '../worker-tasks'
import { fillCanvas } from './canvas/canvas-fill'
import { judgeRecord } from './judged-record'
import { linesOfRoom, researchZip } from './research-files'
import { decodeRoster } from './roster-reading/decoding'
import { readPastedRoster } from './roster-reading/pasted-roster'

// Lower priority, so that live rooms get the processor first. Only Linux sets it per thread; elsewhere it would slow the whole server.
if (process.platform === 'linux') setPriority(0, 10)

const say = (news: FromThread) => parentPort?.postMessage(news)

let rows: VisibleRow[] = []
let lines: ResearchLines[] = []

function work(task: Task | Ahead): void {
  if ('rows' in task) {
    for (const row of task.rows) rows.push(row)
    return
  }
  if ('lines' in task) {
    lines.push(task.lines)
    return
  }
  const [given, written] = [rows, lines]
  rows = []
  lines = []
  switch (task.kind) {
    case 'record':
      say({ found: judgeRecord(task.bytes, task.roomId, (judged) => say({ news: judged })) })
      return
    case 'roster':
      say({ found: readPastedRoster(task.text, task.choices) })
      return
    case 'roster-file':
      say({ found: decodeRoster(task.bytes) })
      return
    case 'canvas':
      say({ found: new TextEncoder().encode(JSON.stringify(fillCanvas(task))) })
      return
    case 'research-room':
      say({ found: linesOfRoom({ ...task.room, rows: given }) })
      return
    case 'research-zip':
      say({ found: researchZip(task.about, written) })
      return
    default:
      task satisfies never
  }
}

parentPort?.on('message', work)
