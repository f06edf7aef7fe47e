import { lookUpType } from '@hub/schemas/catalogue.ts'
import { exampleEvent } from '@hub/schemas/example-event.ts'
import { completeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'
import { VeteranRegistered } from '@hub/schemas/veteran-affairs/registration.ts'

/** A person whom nobody is: the region 430399 is given to no place. */
export type InventedPerson = { name: string; citizenNumber: string; sex: '男' | '女'; birthDate: string }

const invented = (name: string, sex: '男' | '女', birthDate: string, order: number): InventedPerson => {
  // The order's last digit is odd for men and even for women.
  const first17 = `430399${birthDate.replaceAll('-', '')}${String(order * 2 + (sex === '男' ? 1 : 0)).padStart(3, '0')}`
  return { name, sex, birthDate, citizenNumber: completeCitizenNumber(first17) }
}

/** The persons of a sandbox, registered as veterans. */
export const inventedPersons: readonly InventedPerson[] = [
  invented('测试甲', '男', '1948-10-01', 1),
  invented('测试乙', '男', '1955-05-04', 2),
  invented('测试丙', '女', '1962-03-08', 3),
  invented('测试丁', '男', '1968-08-01', 4),
  invented('测试戊', '男', '1974-12-26', 5),
  invented('测试己', '女', '1980-07-07', 6),
  invented('测试庚', '男', '1987-01-15', 7),
  invented('测试辛', '男', '1993-09-03', 8),
  invented('测试壬', '女', '1999-11-11', 9),
  invented('测试癸', '男', '2002-02-28', 10),
]

/** Their registrations, as the service platform sends them. */
export const registrations = () =>
  inventedPersons.map(({ name, citizenNumber, sex, birthDate }, index) => ({
    ...exampleEvent(lookUpType(VeteranRegistered.type)!.definition),
    id: `sandbox-${index + 1}`,
    source: '/departments/veteran-affairs/sandbox',
    data: {
      ...VeteranRegistered.example,
      person: { citizenNumber },
      idDocument: { kind: '居民身份证', number: citizenNumber },
      name,
      sex,
      birthDate,
    },
  }))
