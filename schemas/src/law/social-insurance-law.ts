import type { LegalRule } from './legal-rule.ts'

/** Whether unemployment benefit is drawn beside a job. */
export const unemploymentBenefitWithJob: LegalRule<'stops-after-month-of-hiring'> = {
  key: 'unemployment-benefit-with-job',
  titleZh: '重新就业后的失业保险金',
  titleEn: 'Unemployment benefit beside a job',
  entries: [
    {
      article: { zh: '《社会保险法》第五十一条', en: 'Social Insurance Law, art. 51' },
      from: '2011-07-01',
      decides: {
        zh: '重新就业的，停止领取失业保险金；就业当月的不算重复',
        en: 'who works again draws no unemployment benefit; that of the month of hiring is no breach',
      },
      value: 'stops-after-month-of-hiring',
    },
  ],
}

/** How many funeral grants of social insurance are paid for one death. */
export const oneFuneralGrant: LegalRule<{ grants: number; of: readonly string[] }> = {
  key: 'one-funeral-grant',
  titleZh: '社会保险丧葬补助金只领一项',
  titleEn: 'One funeral grant of social insurance for a death',
  entries: [
    {
      article: { zh: '《社会保险法》第四十九条', en: 'Social Insurance Law, art. 49' },
      from: '2011-07-01',
      decides: {
        zh: '同时符合养老、工伤、失业保险丧葬补助金条件的，遗属只能选领一项；优抚丧葬补助依照另外的规定',
        en: 'of the funeral grants of pension, work-injury and unemployment insurance the survivors choose one; the grant for beneficiaries is of another law',
      },
      value: { grants: 1, of: ['养老', '工伤', '失业'] },
    },
  ],
}

/** Which branches of insurance the medical insurance office keeps. */
export const medicalInsuranceOffice: LegalRule<readonly string[]> = {
  key: 'medical-insurance-office',
  titleZh: '医疗、生育保险由谁经办',
  titleEn: 'Which branches of insurance the medical insurance office keeps',
  entries: [
    {
      article: {
        zh: '国家医疗保障局组建后的职责划转',
        en: 'Duties of the medical insurance offices since they were set up',
      },
      from: '2019-01-01',
      decides: {
        zh: '医疗、生育保险由医保部门经办，其参保事实由医保部门提供；此前由人社部门自办',
        en: 'medical and maternity insurance are kept by the medical insurance office, which hands their facts over; before, HR kept them itself',
      },
      value: ['医疗', '生育'],
      assumed: true,
    },
  ],
}
