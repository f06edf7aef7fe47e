import type { Fault } from '@hub/runtime/problem.ts'
import type { ConformReport, Finding } from './conform-report.ts'

const mostShown = 20

const faultText = ({ pointer, code, message, messageZh }: Fault) =>
  `${code} ${pointer || '/'} ${messageZh} · ${message}`

const findingText = ({ name, faults, expected, got }: Finding): string =>
  [
    `  ✗ ${name}`,
    ...(expected === undefined ? [] : [`      应为 expected: ${expected}`, `      实为 got:      ${got}`]),
    ...faults.map((fault) => `      ${faultText(fault)}`),
  ].join('\n')

/** The report for a terminal; of what failed the first twenty. */
const asText = ({ target, score, parts, types, findings, remarks }: ConformReport): string => {
  const failed = findings.filter(({ passed }) => !passed)
  const told = findings.filter(({ passed, faults }) => passed && faults.length > 0)
  return [
    `${target}: ${score}/100`,
    ...parts.map(
      ({ title, titleZh, good, of, weight }) => `  ${titleZh} ${title}: ${good}/${of} (满分 worth ${weight})`,
    ),
    ...remarks.map((remark) => `  ${remark}`),
    '',
    '类型 types (通过 passed / 未通过 failed)',
    ...types.map(({ type, good, bad }) => `  ${type}: ${good} / ${bad}`),
    ...(failed.length > 0
      ? ['', `未通过 failed: ${failed.length}`, ...failed.slice(0, mostShown).map(findingText)]
      : []),
    ...(failed.length > mostShown ? [`  … 另有 and ${failed.length - mostShown} more`] : []),
    ...(told.length > 0 ? ['', `提示 notices: ${told.length}`] : []),
    ...told.slice(0, mostShown).flatMap(({ name, faults }) => faults.map((fault) => `  ${name}: ${faultText(fault)}`)),
  ].join('\n')
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
}
/** A text as an attribute of XML 1.0, without the characters that it can't hold. */
const xml = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"\n]/g, (character) => escapes[character]!)

/** The report as JUnit has it: a suite a type, a test case a finding. */
const asJunit = ({ target, types, findings }: ConformReport): string => {
  const failures = findings.filter(({ passed }) => !passed).length
  const suites = types.map(({ type, good, bad }) => {
    const cases = findings
      .filter((finding) => finding.type === type)
      .map((finding) => {
        const open = `    <testcase classname="${xml(type)}" name="${xml(finding.name)}"`
        return finding.passed
          ? `${open}/>`
          : `${open}>\n      <failure message="${xml(findingText(finding).trim())}"/>\n    </testcase>`
      })
    return `  <testsuite name="${xml(type)}" tests="${good + bad}" failures="${bad}">\n${cases.join('\n')}\n  </testsuite>`
  })
  const head = `<testsuites name="${xml(target)}" tests="${findings.length}" failures="${failures}">`
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites, '</testsuites>'].join('\n')
}

/** In which forms a report is written. */
export const reportForms = {
  text: asText,
  json: (report: ConformReport) => JSON.stringify(report, null, 2),
  junit: asJunit,
} as const
