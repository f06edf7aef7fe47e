import './checkout-path.ts'

const oldest = 24

/** What to tell someone who runs the hub on this version of Node (`v24.1.0`); undefined when it is new enough. */
export const nodeFault = (version: string): string | undefined =>
  Number(/^v(\d+)\./.exec(version)?.[1]) >= oldest
    ? undefined
    : `The hub needs Node ${oldest} or newer; this is ${version}. \`npm ci\` brings one along: start it with \`npm start\` ` +
      `or \`npm run hub\`, or put node_modules/.bin first on the PATH.\n` +
      `本系统需要 Node ${oldest} 或更新版本，当前为 ${version}。请先运行 npm ci，再用 npm start 或 npm run hub 启动。\n`

/** Ends the process with a plain message when Node is older than 24. */
export const requireNode24 = (): void => {
  const fault = nodeFault(process.version)
  if (fault === undefined) return
  process.stderr.write(fault)
  process.exit(1)
}

// A main imports this file before all others: its own statements would run only after everything it imports.
requireNode24()
