'use client'
// Everything that is laid over a page, as one part that is loaded after the page that may need it.
export { ClosePart, DialogParts } from './dialog-parts'
export { MenuParts } from './menu-parts'
export { PopoverParts } from './popover-parts'
export { ToastShelf } from './toast-shelf'
