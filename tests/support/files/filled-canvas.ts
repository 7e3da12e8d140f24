/** An export of Canvas's gradebook, filled as the worker thread fills it. */
import { fillCanvas } from '#server/jobs/thread/canvas/canvas-fill'
import type { CanvasGrade } from '#server/jobs/worker-tasks'

export const filledCanvas = (text: string, grades: readonly CanvasGrade[], title: string, points: number) =>
  fillCanvas({ bytes: new TextEncoder().encode(text), grades, title, points })
