/** Lets calls through one after the other, in order: one writer at a time for a stream inside a process. */
export const oneAtATime = <Input, Output>(
  work: (input: Input) => Promise<Output>,
): ((input: Input) => Promise<Output>) => {
  let last: Promise<unknown> = Promise.resolve()
  return (input) => {
    const result = last.then(() => work(input))
    // A failure is its caller's; the next call starts all the same.
    last = result.catch(() => undefined)
    return result
  }
}
