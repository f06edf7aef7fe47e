import type { SourceFile } from './source-file.ts'

type MachineRule = {
  name: string
  pattern: RegExp
  /** What to write in its place. */
  instead: string
  /** Files that may, each for its reason. */
  except?: Readonly<Record<string, string>>
}

/** These rules and their tests spell out what they find. */
const ownFiles = ['tests/architecture/src/machine-rules.ts', 'tests/architecture/src/machine-rules.test.ts']
const localSetting =
  /\.(?:get|set)(?:Date|Day|Hours|Minutes|Seconds|Milliseconds|Month|FullYear|Year|TimezoneOffset)\(|\.to(?:Date|Time)String\(/
const questionOfZone = 'it asks what the machine is set to, to see that no answer follows it'

/**
 * What answers one thing on one machine and another on the next: its time zone, its locale, where its folders lie. No
 * answer of the hub may depend on them.
 */
const machineRules: readonly MachineRule[] = [
  {
    name: 'reads the local date or time',
    pattern: localSetting,
    instead: 'days are those of Asia/Shanghai: schemas/src/values/day.ts; elsewhere the getUTC… functions',
  },
  {
    name: 'makes a date of local parts',
    pattern: /new Date\(\s*[^()]+?,\s*[^()]+\)/,
    instead: 'Date.UTC(…)',
  },
  {
    name: 'reads a time without an offset',
    pattern: /(?:new Date|Date\.parse)\(\s*['"`][^'"`]*T\d\d:\d\d(?::\d\d(?:\.\d+)?)?['"`]/,
    instead: 'an offset, or Z; what comes from outside: `readInstant`',
  },
  {
    name: 'takes times without an offset',
    pattern: /datetime\(\{[^}]*\blocal: true/,
    instead: '`readInstant` of schemas/src/values/day.ts',
  },
  {
    name: 'writes or compares by the locale',
    pattern: /\.toLocale\w*\(|\.localeCompare\(|\bIntl\./,
    instead: 'compare by code units (`<`, `sort()`), write by hand',
    except: {
      'schemas/src/values/values.test.ts':
        'it compares our days with those of the time zone database, zone and locale said',
      'tests/journeys/src/machine-answers.ts': questionOfZone,
    },
  },
  {
    name: "calls chinese-days, whose functions read the machine's date",
    pattern: /from ['"]chinese-days['"]|import\(['"]chinese-days['"]\)/,
    instead: 'schemas/src/values/working-days.ts',
  },
  {
    name: "lets SQL read the machine's zone",
    pattern: /['"]localtime['"]|\bLOCALTIME(?:STAMP)?\b/,
    instead: 'UTC',
  },
  {
    name: 'takes the path of a URL for the name of a file',
    pattern: /import\.meta\.url\)\s*\.pathname|new URL\([^)]*\)\.pathname/,
    instead: '`fileURLToPath`: a path may hold spaces and Chinese',
  },
]

/** Every line that depends on the machine, with what to write in its place. */
export const machineDependence = (files: readonly SourceFile[]): string[] =>
  files
    .filter(({ path }) => !ownFiles.includes(path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, number) =>
          machineRules
            .filter(({ pattern, except = {} }) => pattern.test(line) && !Object.hasOwn(except, path))
            .map(({ name, instead }) => `${path}:${number + 1} ${name}; instead: ${instead}`),
        ),
    )

/** Exceptions of files that are no longer there, or no longer need them. */
export const needlessExceptions = (files: readonly SourceFile[]): string[] =>
  machineRules.flatMap(({ name, pattern, except = {} }) =>
    Object.keys(except)
      .filter((path) => !files.some((file) => file.path === path && pattern.test(file.text)))
      .map((path) => `${path} needs no leave for: ${name}`),
  )
