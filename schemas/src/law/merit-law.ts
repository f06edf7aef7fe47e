import type { LegalRule } from './legal-rule.ts'

/** By what part, in per cent, a sum is increased for a merit of a level; a level that is not named gives nothing. */
export type Increments = Readonly<Record<string, number>>

/** How much a merit adds to the severance pay of a soldier who finds their own work. */
export const severanceIncrement: LegalRule<Increments> = {
  key: 'severance-increment',
  titleZh: '立功受奖增发一次性退役金比例',
  titleEn: 'What a merit adds to severance pay',
  entries: [
    {
      article: {
        zh: '《退役士兵安置条例》（国令第608号）第二十条',
        en: 'Regulations on the Placement of Discharged Soldiers (Order 608), art. 20',
      },
      from: '2011-11-01',
      until: '2024-08-31',
      decides: {
        zh: '荣誉称号、一等功15%，二等功10%，三等功5%',
        en: 'title of honour and first-class merit 15 %, second-class 10 %, third-class 5 %',
      },
      value: { 荣誉称号: 15, 一等功: 15, 二等功: 10, 三等功: 5 },
    },
    {
      article: {
        zh: '《退役军人安置条例》（国令第787号）第二十二条',
        en: 'Regulations on the Placement of Veterans (Order 787), art. 22',
      },
      from: '2024-09-01',
      decides: {
        zh: '勋章、荣誉称号25%；一等战功、一级表彰20%；二等战功、一等功、二级表彰15%；三等战功、二等功10%；四等战功、三等功5%',
        en: 'medal and title of honour 25 %; first-class war merit and commendation 20 %; second-class war merit and commendation, first-class merit 15 %; third-class war merit, second-class merit 10 %; fourth-class war merit, third-class merit 5 %',
      },
      value: {
        勋章: 25,
        荣誉称号: 25,
        授权荣誉称号: 25,
        一等战功: 20,
        一级表彰: 20,
        二等战功: 15,
        一等功: 15,
        二级表彰: 15,
        三等战功: 10,
        二等功: 10,
        四等战功: 5,
        三等功: 5,
      },
      assumed: true,
    },
  ],
}
