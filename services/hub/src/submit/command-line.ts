import { defaultGiveUpAfter, defaultUrl, type SubmitOptions } from './submit-options.ts'

/** Characters that no shell of either kind looks at, Han characters and their like among them. */
const plain = /^[\p{L}\p{N}_./:+（）、。·-]+$/u

/**
 * An argument as a shell takes it for one: of POSIX, or of Windows (cmd and PowerShell both, but for what PowerShell alone reads
 * in double quotes).
 */
export const quoted = (argument: string, platform: NodeJS.Platform = process.platform): string => {
  if (platform !== 'win32') return plain.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`
  if (plain.test(argument.replaceAll('\\', '/'))) return argument
  // PowerShell takes typographic quotes for quotes.
  return /[$`“”„]/.test(argument) ? `'${argument.replaceAll(/['‘’‚‛]/g, '$&$&')}'` : `"${argument}"`
}

/** A file that begins with a dash would be read as an option. */
const fileArgument = (file: string, platform: NodeJS.Platform) =>
  file.startsWith('-') ? `${platform === 'win32' ? '.\\' : './'}${file}` : file

/** What an option is called, with what is said where nobody says it. */
const valueOptions = [
  ['url', '--url', defaultUrl],
  ['type', '--type', undefined],
  ['mapping', '--mapping', undefined],
  ['system', '--system', undefined],
  ['region', '--region', undefined],
  ['official', '--official', undefined],
  ['giveUpAfter', '--give-up-after', defaultGiveUpAfter],
  ['period', '--period', undefined],
  ['idPrefix', '--id-prefix', undefined],
] as const satisfies readonly (readonly [keyof SubmitOptions, string, unknown])[]

/**
 * The command that sends a file as the one with these options was sent: with all that decides what its rows say and which
 * ids they have.
 */
export const submitLine = (options: SubmitOptions, platform: NodeJS.Platform = process.platform): string => {
  const said = valueOptions.flatMap(([name, flag, otherwise]) => {
    const value = options[name]
    // An empty value, or one that begins with a dash, is joined to its option: it would be taken for another.
    return value === undefined || value === otherwise ? [] : joined(flag, String(value))
  })
  const { correct = false, reason = 'clerical-error' } = options
  const corrects = correct ? ['--correct', ...(reason === 'clerical-error' ? [] : ['--reason', reason])] : []
  return [
    'npm run hub -- submit',
    ...[fileArgument(options.file, platform), '--department', options.department, ...said, ...corrects, '--yes'].map(
      (argument) => quoted(argument, platform),
    ),
  ].join(' ')
}

const joined = (flag: string, value: string): readonly string[] =>
  value === '' || value.startsWith('-') ? [`${flag}=${value}`] : [flag, value]
