'use client'
// Everything that a room may turn out to be for who opens it, as one part that is loaded while the page joins.
export { ConnectionBanner } from '#room/connection-banner'
export { ForTheChair, NoRoom, Removed } from '#room/room-endings'
export { SeatChoice } from '../lobby/seat-choice'
export { SeatedRoom as Seated } from './seated-room'
