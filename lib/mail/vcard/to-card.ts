import type { Property } from '@/lib/mail/vcard/property'
import type { Card } from '@/lib/mail/vcard/read-cards'
import { plainText, rawText, splitValue } from '@/lib/mail/vcard/text-value'

/** As many of one kind as are looked at. */
const most = 100

/** 1 is preferred most: `PREF=1` (RFC 6350 section 5.3), `TYPE=pref` (RFC 2426), `;PREF` (vCard 2.1). */
function preference({ params }: Property): number {
  const pref = Number(params.get('PREF')?.[0])
  if (pref >= 1 && pref <= 100) return pref
  const types = (params.get('TYPE') ?? []).flatMap((type) => type.toLowerCase().split(','))
  return types.includes('pref') ? 1 : 101
}

/** Google's and Apple's names for everybody. */
const everybody = new Set(['mycontacts', 'my contacts', '* mycontacts', 'starred', '* starred'])

const distinct = (texts: string[]): string[] => [...new Set(texts.filter((text) => text !== ''))]

/** What the properties of a card say. `old` is vCard 2.1. */
export function toCard(properties: Property[], old: boolean): Card {
  const all = (name: string): Property[] =>
    properties
      .filter((property) => property.name === name)
      .slice(0, most)
      .sort((a, b) => preference(a) - preference(b))
  const texts = (name: string) => distinct(all(name).map((property) => plainText(rawText(property), old)))
  const [first] = all('N')
  const [organisation] = all('ORG')
  return {
    name: texts('FN')[0] ?? (first ? structuredName(splitValue(rawText(first), ';', old)) : ''),
    organisation: organisation ? distinct(splitValue(rawText(organisation), ';', old)).join(', ') : '',
    addresses: distinct(texts('EMAIL').map((text) => text.replace(/^mailto:/i, ''))),
    // a URI may say an extension after the number (RFC 3966)
    phones: distinct(texts('TEL').map((text) => text.replace(/^tel:/i, '').replace(/;ext=/i, ' ext. '))),
    note: texts('NOTE').join('\n\n'),
    groups: distinct(all('CATEGORIES').flatMap((property) => splitValue(rawText(property), ',', old))).filter(
      (group) => !everybody.has(group.toLowerCase()),
    ),
  }
}

/** Family, given, additional names, prefixes and suffixes, as they are said. */
function structuredName([family = '', given = '', additional = '', prefix = '', suffix = '']: string[]): string {
  return [prefix, given, additional, family, suffix].filter((part) => part !== '').join(' ')
}
