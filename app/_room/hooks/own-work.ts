// The ids of the reader's own parts to which the button of "now" leads: their chips, their strategy sheet, their reading check, what they
// do with another side, and how they read a clause. In a file of its own, so that the button does not load these parts.
export const READING_CHECK = 'reading-check'
export const STRATEGY_FORM = 'own-strategy'
export const CHIPS_FORM = 'own-chips'
/** What is asked with another side, by the task's kind. */
export const caseStepId = (step: string, side: string): string => `${step}-${side}`
export const readingId = (clause: string): string => `reading-${clause}`
