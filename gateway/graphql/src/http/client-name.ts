/** Names of clients that are told apart in the metrics; every further one counts as `other`. */
const mostClients = 50

/** A program's name: no digits in a row that could be a person's number. */
const isName = (text: string) => /^[\w. -]{1,40}$/.test(text) && !/\d{9}/.test(text)

/** Reads `graphql-client-name` (or `x-graphql-client-name`) into one of a bounded set of labels. */
export const clientNames = () => {
  const names = new Set<string>()
  return (headers: Headers): string => {
    const given = headers.get('graphql-client-name') ?? headers.get('x-graphql-client-name')
    if (given === null) return 'unnamed'
    if (names.has(given)) return given
    if (!isName(given) || names.size >= mostClients) return 'other'
    names.add(given)
    return given
  }
}
