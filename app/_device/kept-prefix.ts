// How the names begin under which the browser keeps what is a person's. By itself, so that a page which only writes there loads no reader.

/** The prefix of every localStorage and sessionStorage key that belongs to a person. */
export const KEPT = 'track-two/'
