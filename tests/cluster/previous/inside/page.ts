/** What a test asks of a page of the frozen build, and of how that build reads what is stored. */
export { ROOM_VERSION, readRow } from '#simulation/kernel/versions'
export { RoomLink } from '../../../../app/_room/room-link'
