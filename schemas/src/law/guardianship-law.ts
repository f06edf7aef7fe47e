import type { LegalRule } from './legal-rule.ts'

/** Who may be a guardian of a kind, and which article has the kind. */
type GuardianKind = { organisationOnly: boolean; article: { zh: string; en: string } }

const article = (zh: string, en: string) => ({ zh: `《民法典》${zh}`, en: `Civil Code, ${en}` })

/** How somebody becomes a guardian. */
export const guardianKinds: LegalRule<Readonly<Record<string, GuardianKind>>> = {
  key: 'guardian-kinds',
  titleZh: '监护的种类',
  titleEn: 'How somebody becomes a guardian',
  entries: [
    {
      article: article('第二十七条至第三十三条', 'art. 27–33'),
      from: '2021-01-01',
      decides: {
        zh: '监护有法定、遗嘱、协议、指定、意定和临时六种，监护人可以是个人或者组织；没有依法具有监护资格的人的，由民政部门或者居民委员会、村民委员会担任；临时监护人由居民委员会、村民委员会、有关组织或者民政部门担任',
        en: "a guardian is one by law, by will, by agreement, by appointment, by the person's own choice or for a time, and may be an organisation; where nobody is entitled Civil Affairs or a committee is; one for a time always is an organisation",
      },
      value: {
        法定: {
          organisationOnly: false,
          article: article('第二十七条、第二十八条、第三十二条', 'art. 27, 28 and 32'),
        },
        遗嘱: { organisationOnly: false, article: article('第二十九条', 'art. 29') },
        协议: { organisationOnly: false, article: article('第三十条', 'art. 30') },
        指定: { organisationOnly: false, article: article('第三十一条', 'art. 31') },
        意定: { organisationOnly: false, article: article('第三十三条', 'art. 33') },
        临时: { organisationOnly: true, article: article('第三十一条', 'art. 31') },
      },
    },
  ],
}
