/** Releases the marks of an activity and ends: a process of its own, so that a test can have it die in the middle. */
import { connect, disconnect } from '#server/base/database'
import { releaseMarks } from '#server/store/marks/marks'

const [url = '', activityId = '', userId = ''] = process.argv.slice(2)
connect(url)
await releaseMarks(activityId, userId)
await disconnect()
