import { z } from 'zod'
import { reviewLevel } from '../benefit-codes.ts'
import { defineEvent } from '../define-event.ts'
import { exampleAct } from '../example-act.ts'
import { day } from '../values/day.ts'
import { reference } from '../values/reference.ts'
import { meetingKind, meetingTopic } from './supervision-codes.ts'
import { count, year } from './wording.ts'

const cityAct = { ...exampleAct, region: '430300' }

/** Those who lead have met about the work for veterans. */
export const LeadershipMeetingHeld = defineEvent({
  department: 'veteran-affairs',
  name: 'LeadershipMeetingHeld',
  titleZh: '组织领导会议',
  titleEn: 'Leadership meeting held',
  descriptionZh: '召开退役军人工作会议：层级、会议类别、日期、议题、议定事项数。',
  descriptionEn:
    'Those who lead met about the work for veterans: at which level, about what, how many things were decided.',
  time: { from: 'heldOn', until: 'stands' },
  thing: { kind: 'meeting', key: 'stream' },
  category: 'meeting',
  data: {
    meetingId: reference('meeting'),
    level: reviewLevel,
    kind: meetingKind,
    heldOn: day,
    topics: z.array(meetingTopic).min(1).max(11),
    /** How many things were decided. */
    resolutions: count.optional(),
  },
  example: {
    meetingId: 'HY-2025-01',
    ...cityAct,
    level: '市',
    kind: '领导小组会议',
    heldOn: '2025-02-20',
    topics: ['移交安置', '数据共享'],
    resolutions: 6,
    documentNo: '潭退役领纪〔2025〕1号',
  },
})

/** It was laid down which office answers for what; the list stands until its next version. */
export const ResponsibilityListAdopted = defineEvent({
  department: 'veteran-affairs',
  name: 'ResponsibilityListAdopted',
  titleZh: '责任清单印发',
  titleEn: 'Responsibility list adopted',
  descriptionZh: '印发责任清单：层级、年度、日期、责任单位数、事项数；新清单印发后旧清单停止执行。',
  descriptionEn:
    'A list was adopted that says which office answers for what: how many offices, how many duties. The next version replaces it.',
  time: { from: 'adoptedOn', until: 'next' },
  thing: { kind: 'responsibilityList', key: 'stream' },
  category: 'responsibility',
  data: {
    responsibilityId: reference('responsibility'),
    level: reviewLevel,
    year,
    adoptedOn: day,
    offices: count,
    duties: count,
  },
  example: {
    responsibilityId: 'ZR-430300',
    ...cityAct,
    level: '市',
    year: 2025,
    adoptedOn: '2025-03-05',
    offices: 23,
    duties: 68,
    documentNo: '潭退役领发〔2025〕2号',
  },
})
