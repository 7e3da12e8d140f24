'use client'
// The components for every outcome of a join (seated, choosing a seat, removed, refused), as one chunk that is loaded during the join.
export { ChairNotes } from '#room/chair-notes'
export { ConnectionBanner } from '#room/connection-banner'
export { ForTheChair, MovedAway, NoRoom, Removed } from '#room/room-endings'
export { MovedNotice } from '#room/table/moved-notice'
export { SeatChoice } from '../lobby/seat-choice'
export { UnseatedNow } from '../now/unseated-now'
export { SeatedRoom as Seated } from './seated-room'
