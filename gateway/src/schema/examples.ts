/** Worked examples, each a tab of GraphiQL. */
export const workedExamples: { name?: string; query: string; variables?: string }[] = [
  {
    name: 'One file',
    query: `# One veteran, one file: every value with its source.
# Write the citizen number into the variables below.
query OneFile($who: CitizenNumber!) {
  veteran(by: { citizenNumber: $who }) {
    personId
    moment { asKnownAt position }
    identity {
      name { value visibility source { department { titleZh } occurredAt } disputed }
      birthDate { value }
    }
    status { alive { value source { type recordedAt } } }
    timeline(first: 5) { totalCount nodes { titleZh occurredAt } }
  }
}`,
    variables: '{ "who": "" }',
  },
  {
    name: 'True then, known then',
    query: `# The same file as it was on a day, as far as the hub knew on another.
query Then($person: ID!) {
  veteran(
    by: { personId: $person }
    moment: { asOf: "2025-06-30T23:59:59+08:00", asKnownAt: { time: "2025-07-15T00:00:00+08:00" } }
  ) {
    moment { asOf asKnownAt position }
    status { alive { value } }
    benefits { payments { status from amount { value { yuan } source { department { titleZh } } } } }
  }
}`,
    variables: '{ "person": "" }',
  },
  {
    name: 'Events',
    query: `# Events of a kind, with the fields of each.
{
  events(filter: { names: ["JobFairHeld", "DeathRegistered"] }, newestFirst: true, first: 10) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      __typename
      titleZh
      occurredAt
      department { titleZh }
    }
  }
}`,
  },
  {
    name: 'Work report',
    query: `# Every figure of the work report, and the first events behind each.
{
  workReport {
    moment { asKnownAt position }
    figures {
      row key titleZh titleEn
      window { from to }
      value { display exact }
      groups { key value { display } }
      facts(first: 1) { totalCount nodes { titleZh occurredAt stream } }
    }
  }
}`,
  },
]
