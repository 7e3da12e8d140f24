// The mark of a sheet that lies open over the page (a dialog, a popover), so that a page can ask whether one does.

export const OPENED_SHEET = { 'data-opened-sheet': '' }

/** The page; none while one is drawn on the server. */
export const pageHere = (): Document | null => (typeof document === 'undefined' ? null : document)

export const hasOpenSheet = (): boolean => pageHere()?.querySelector('[data-opened-sheet]') != null
