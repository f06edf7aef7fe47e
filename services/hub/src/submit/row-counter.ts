import cliProgress from 'cli-progress'

/** Counts the rows read on the terminal; how many there are is known at the end only. */
export const rowCounter = () => {
  const { stderr } = process
  let shown = false
  return {
    tell: (row: number) => {
      if (!stderr.isTTY || row % 1000 !== 0) return
      shown = true
      stderr.write(`\rchecking row ${row}（校验中）`)
    },
    clear: () => {
      if (shown) stderr.write('\r\u001b[K')
    },
  }
}

/** Shows how many of the rows are taken by the hub, and of how many it is known what became of them. */
export const sendingBar = (total: number, before: { taken: number; settled: number }) => {
  const bar = new cliProgress.SingleBar(
    {
      format: '{bar} {percentage}% | 已有结果 settled {value}/{total} | 已接收 taken {taken} | {eta_formatted}',
      clearOnComplete: true,
      noTTYOutput: false,
    },
    cliProgress.Presets.shades_classic,
  )
  let taken = before.taken + before.settled
  bar.start(total, before.settled, { taken })
  return {
    taken: (rows: number) => {
      taken += rows
      bar.update({ taken })
    },
    settled: (rows: number) => bar.increment(rows, { taken }),
    stop: () => bar.stop(),
  }
}
