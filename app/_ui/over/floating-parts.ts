'use client'
// Dialogs, menus and popovers as one chunk, which is loaded after the page.
export { ClosePart, DialogParts } from './dialog-parts'
export { MenuAtParts, MenuParts } from './menu-parts'
export { PopoverParts } from './popover-parts'
export { ToastShelf } from './toast-shelf'
