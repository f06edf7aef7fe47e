/** A question that an official asks, ready to be asked. */
export type Question = {
  /** Names the file with its answer, and its anchor on the page. */
  key: string
  titleZh: string
  titleEn: string
  /** What it asks, and how the answer is read. */
  about: string
  query: string
  variables?: Readonly<Record<string, unknown>>
}

/** Invented persons of the sample city, by what befell them. */
const falselyDead = '430373193801020035'
const paidAfterDeath = '430381197305200035'
const disagreed = '43032119550417003X'
const renumbered = '430382197612210037'

/**
 * Twelve questions of officials. GraphiQL's tabs, the page `docs/reference/questions.md` and the test that asks them of
 * the sample city all come from here. A citizen number always goes into a variable.
 */
export const questions: readonly Question[] = [
  {
    key: 'one-file',
    titleZh: '一人一档',
    titleEn: 'One person, one file',
    about:
      'What the departments together know of one veteran. Every value is a claim: it says whether it can be seen, who said so and when it happened.',
    query: `query OneFile($who: CitizenNumber!) {
  veteran(by: { citizenNumber: $who }) {
    identity {
      name { value visibility source { department { titleZh } occurredAt } }
      birthDate { value }
      registeredOn { value }
    }
    residence { hukouRegion { value } }
    service { periods { name status from until } }
    identities { categories { name status from } cards { name status from } }
    family { marriages { name status from } members { name status } }
    employment { jobs { name status from until } }
  }
}`,
    variables: { who: falselyDead },
  },
  {
    key: 'alive',
    titleZh: '是否健在，依据何在',
    titleEn: 'Is the veteran alive, and who says so?',
    about:
      'Of the one, Civil Affairs registered the death. Of the other it was reported and withdrawn: the file knows of no death, and says so (`UNKNOWN`).',
    query: `query Alive($one: CitizenNumber!, $other: CitizenNumber!) {
  one: veteran(by: { citizenNumber: $one }) { ...death }
  other: veteran(by: { citizenNumber: $other }) { ...death }
}

fragment death on Veteran {
  status { deceasedOn { value visibility source { type department { titleZh } } } }
}`,
    variables: { one: paidAfterDeath, other: falselyDead },
  },
  {
    key: 'known-then',
    titleZh: '停发当日所知与所实',
    titleEn: 'What was known on the day that payment stopped, and what was true?',
    about:
      'The same file on 2024-03-18 twice: as it was known that day (`asKnownAt`), and as it was, by all that is known now.',
    query: `query KnownThen($who: CitizenNumber!) {
  known: veteran(
    by: { citizenNumber: $who }
    moment: { asOf: "2024-03-18T15:00:00Z", asKnownAt: { time: "2024-03-18T15:00:00Z" } }
  ) {
    status { deceasedOn { value } }
  }
  truth: veteran(by: { citizenNumber: $who }, moment: { asOf: "2024-03-18T15:00:00Z" }) {
    status { deceasedOn { value } }
  }
}`,
    variables: { who: falselyDead },
  },
  {
    key: 'paid-after-death',
    titleZh: '死亡后是否仍在发放',
    titleEn: 'Was anything paid after the death?',
    about:
      'The month of death is paid rightly, the month after is not: that payment was claimed back. A funeral grant is lawful.',
    query: `query PaidAfterDeath($who: CitizenNumber!) {
  veteran(by: { citizenNumber: $who }) {
    status { deceasedOn { value source { department { titleZh } } } }
    benefits {
      payments { from kind { value { code } } periodFrom { value } amount { value { yuan } } }
      recoveries { name status from }
    }
  }
}`,
    variables: { who: paidAfterDeath },
  },
  {
    key: 'disagreement',
    titleZh: '部门说法不一',
    titleEn: 'Where do the departments disagree?',
    about:
      'Every claim of a value is kept: one rules, the others stand beside it, and `disputed` says that they differ.',
    query: `query Disagreement($who: CitizenNumber!) {
  veteran(by: { citizenNumber: $who }) {
    identity {
      name { value disputed source { department { titleZh } } alternatives { value source { department { titleZh } } } }
      birthDate { value disputed alternatives { value source { department { titleZh } } } }
    }
    family { marriages { name status until } members { name status } }
  }
}`,
    variables: { who: disagreed },
  },
  {
    key: 'two-files',
    titleZh: '更正号码前的立功记录',
    titleEn: 'Is the merit recorded under the old citizen number in the file?',
    about: 'Two officials linked the file of the old number to that of the new one; facts of both stand in one file.',
    query: `query TwoFiles($who: CitizenNumber!) {
  veteran(by: { citizenNumber: $who }) {
    service { merits { name status from source { department { titleZh } } } }
  }
}`,
    variables: { who: renumbered },
  },
  {
    key: 'benefits',
    titleZh: '待遇中止与恢复',
    titleEn: 'Which benefits were suspended, and are they paid again?',
    about: 'Suspensions with their beginning and end, each from the event that began it.',
    query: `query Benefits($who: CitizenNumber!) {
  veteran(by: { citizenNumber: $who }) {
    benefits { suspensions { name status from until source { type department { titleZh } } } }
    identities { cards { name status from until } }
  }
}`,
    variables: { who: falselyDead },
  },
  {
    key: 'find-by-name',
    titleZh: '按姓名查找',
    titleEn: 'Find a file by name and year of birth',
    about: 'Names are found whole, by surname, or by pinyin initials; the list never sorts by name.',
    query: `query FindByName($filter: VeteranFilter!) {
  veterans(filter: $filter, first: 5) {
    totalCount
    nodes { identity { name { value } birthDate { value } } residence { hukouRegion { value } } }
  }
}`,
    variables: { filter: { name: '杜海刚', birthYear: { in: [1948] } } },
  },
  {
    key: 'deployments',
    titleZh: '应急队伍出动',
    titleEn: 'When were the emergency teams deployed in 2025?',
    about: 'Events of one type between two days, each with its own fields.',
    query: `query Deployments {
  events(
    filter: { names: ["EmergencyTeamDeployed"], occurredFrom: "2024-12-31T16:00:00Z", occurredBefore: "2025-12-31T16:00:00Z" }
  ) {
    totalCount
    nodes { titleZh titleEn department { titleZh } ... on EmergencyTeamDeployed { incident { labelZh } } }
  }
}`,
  },
  {
    key: 'work-report',
    titleZh: '年度工作报告数字',
    titleEn: 'What are the figures of the work report?',
    about: 'Rows 6, 8, 12 and 15 of the report: each figure with its window, counted from recorded events.',
    query: `query WorkReport {
  workReport {
    figures(rows: [6, 8, 12, 15]) { row key titleZh window { from to } value { display } }
  }
}`,
  },
  {
    key: 'by-county',
    titleZh: '按县市区分列',
    titleEn: 'How many families were visited, by county?',
    about: 'One figure broken down by the county or district of the acting office.',
    query: `query ByCounty {
  workReport {
    figures(keys: ["families-visited"]) { titleZh value { display } groups(by: COUNTY) { label value { display } } }
  }
}`,
  },
  {
    key: 'behind-a-figure',
    titleZh: '数字背后的事实',
    titleEn: 'Which events are behind a figure?',
    about: 'Every figure opens into the events that it counts; the page goes on with `after`.',
    query: `query BehindAFigure {
  workReport {
    figures(keys: ["emergency-deployments"]) {
      titleZh
      value { display }
      facts(first: 5) { totalCount nodes { __typename titleZh department { titleZh } } }
    }
  }
}`,
  },
]

/** The questions as GraphiQL's tabs, which it names by their operations; the Chinese title stands in the first line. */
export const questionTabs = questions.map(({ titleZh, titleEn, about, query, variables }) => ({
  query: `# ${titleZh} · ${titleEn}\n# ${about}\n${query}`,
  variables: JSON.stringify(variables ?? {}, null, 2),
}))
