/**
 * What GBK software of before GB 18030-2005 put at U+E815–U+E864 because Unicode lacked it, in the order of the standard
 * (bytes FE50 to FEA0): the characters that Unicode has got since. Each is one code point.
 */
const sinceGbk = [
  ...'⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
]

/** Radicals that copies of PDF files have in the place of the characters they look like: from, to. */
const radicals =
  '⺁厂⺇几⺌小⺎兀⺏尢⺐尢⺗心⺟母⺠民⺩王⺬示⺭礻⺻聿⻁虎⻄西⻅见⻆角⻉贝⻋车⻒镸⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻯竜⻰龙⻳龟⻑長'
const ofRadicals = new Map<string, string>()
{
  const characters = [...radicals]
  for (let at = 0; at < characters.length; at += 2) ofRadicals.set(characters[at]!, characters[at + 1]!)
}

const otherForms = /[\uE815-\uE864\u2E80-\u2FD5\u{1D400}-\u{1D7FF}]/gu

/**
 * A text with today's characters, composed (NFC, which makes compatibility ideographs the unified ones): old private-use
 * forms of GBK, radicals and mathematical letters become what they stand for. A character that stands for itself stays.
 */
export const unifiedLetters = (text: string): string =>
  text
    .replace(otherForms, (letter) => {
      const code = letter.codePointAt(0)!
      const known = code >= 0xe815 && code <= 0xe864 ? sinceGbk[code - 0xe815]! : letter
      return ofRadicals.get(known) ?? known.normalize('NFKC')
    })
    .normalize('NFC')
