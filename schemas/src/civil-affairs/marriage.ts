import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct, exampleRelations } from '../example-act.ts'
import { day } from '../values/day.ts'
import { relatedPerson } from '../values/person.ts'

const certificate = {
  spouse: relatedPerson,
  certificateNo: z.string().min(1).max(40),
}
const certificateExample = {
  ...examplePersonAct,
  spouse: exampleRelations.spouse,
  certificateNo: 'J430302-1995-000418',
  registeredOn: '1995-05-01',
}

/** A marriage; handed over once for each spouse. */
export const MarriageRegistered = defineEvent({
  department: 'civil-affairs',
  name: 'MarriageRegistered',
  titleZh: '结婚登记',
  titleEn: 'Marriage registered',
  descriptionZh: '当事人与配偶办理结婚登记；夫妻双方各报送一条。',
  descriptionEn: 'The person and the spouse named have married; it is handed over once for each of the two.',
  data: { ...certificate, registeredOn: day },
  example: certificateExample,
})

/** A divorce; handed over once for each spouse. */
export const DivorceRegistered = defineEvent({
  department: 'civil-affairs',
  name: 'DivorceRegistered',
  titleZh: '离婚登记',
  titleEn: 'Divorce registered',
  descriptionZh: '当事人与原配偶办理离婚登记；双方各报送一条。',
  descriptionEn: 'The person and the former spouse named have divorced; it is handed over once for each of the two.',
  data: { ...certificate, registeredOn: day },
  example: { ...certificateExample, certificateNo: 'L430302-2012-000077', registeredOn: '2012-11-20' },
})

/** A marriage that a court or the registry has annulled; handed over once for each spouse. */
export const MarriageAnnulled = defineEvent({
  department: 'civil-affairs',
  name: 'MarriageAnnulled',
  titleZh: '婚姻撤销',
  titleEn: 'Marriage annulled',
  descriptionZh: '婚姻被依法撤销或宣告无效；双方各报送一条。',
  descriptionEn:
    'The marriage with the person named was annulled or declared void; it is handed over once for each of the two.',
  data: { ...certificate, registeredOn: day },
  example: { ...certificateExample, documentNo: '（2013）雨民初字第0102号', registeredOn: '2013-03-05' },
})
