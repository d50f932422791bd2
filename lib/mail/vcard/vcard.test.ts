import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printCard } from '@/lib/mail/vcard/print-card'
import { type Card, type ReadCard, readCards } from '@/lib/mail/vcard/read-cards'

const read = (text: string | Buffer): ReadCard[] => [...readCards(Buffer.from(text))]
const cardOf = (...lines: string[]): Card => {
  const [one] = read(['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n'))
  if (one === undefined || !('card' in one)) throw new Error(`no card: ${JSON.stringify(one)}`)
  return one.card
}

describe('a card of version 4.0', () => {
  it('is read with its escapes, folds and preferences', () => {
    const card = cardOf(
      'VERSION:4.0',
      'FN:Simon Perr',
      ' eault\\, PhD',
      'ORG:Viagenie;Research',
      'EMAIL;PREF=20:old@far.example',
      'item1.EMAIL;TYPE="home,work";PREF=1:mailto:simon@far.example',
      'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-418-555-1234;ext=102',
      'NOTE:one\\ntwo\\; three\\\\four',
      'CATEGORIES:Friends,Sailing\\, fast,myContacts',
      'PHOTO:data:image/png;base64,AAAA',
    )
    expect(card).toEqual({
      name: 'Simon Perreault, PhD',
      organisation: 'Viagenie, Research',
      addresses: ['simon@far.example', 'old@far.example'],
      phones: ['+1-418-555-1234 ext. 102'],
      note: 'one\ntwo; three\\four',
      groups: ['Friends', 'Sailing, fast'],
    })
  })
})

describe('a card of version 3.0', () => {
  it('is read, its name from parts where no other stands', () => {
    const card = cardOf(
      'version:3.0'.toUpperCase(),
      'N:Public;John;Quinlan;Mr.;Esq.',
      'EMAIL;TYPE=INTERNET:second@far.example',
      'EMAIL;TYPE=INTERNET;TYPE=pref:first@far.example',
    )
    expect(card.name).toBe('Mr. John Quinlan Public Esq.')
    expect(card.addresses).toEqual(['first@far.example', 'second@far.example'])
  })

  it('may be folded in the middle of a character', () => {
    const bytes = Buffer.from('BEGIN:VCARD\nVERSION:3.0\nFN:Jürgen\nEND:VCARD\n')
    const at = bytes.indexOf(0xbc)
    const [one] = read(Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)]))
    expect(one).toMatchObject({ card: { name: 'Jürgen' } })
  })
})

describe('a card of version 2.1', () => {
  it('is read with quoted-printable, charsets and its soft line breaks', () => {
    const card = cardOf(
      'VERSION:2.1',
      'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg',
      'EMAIL;INTERNET;PREF:joerg@far.example',
      'TEL;CELL:+49 170 1',
      'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=',
      '=C3=9Fe=0D=0Aaus K=C3=B6ln',
    )
    expect(card).toMatchObject({
      name: 'Jörg Müller',
      addresses: ['joerg@far.example'],
      phones: ['+49 170 1'],
      note: 'Grüße\r\naus Köln',
    })
  })

  it('may hold the card of an agent, which is not its own', () => {
    const agent = ['AGENT:', 'BEGIN:VCARD', 'VERSION:2.1', 'FN:Agent', 'END:VCARD']
    expect(cardOf('VERSION:2.1', 'FN:Boss', ...agent, 'TEL:1')).toMatchObject({ name: 'Boss', phones: ['1'] })
  })
})

describe('a file', () => {
  it('says by line what is no card, has no end, or is of no known version', () => {
    const card = 'BEGIN:VCARD\nVERSION:4.0\nFN:A\nEND:VCARD\n'
    const file = `${card}stray\nmore\n${card}BEGIN:VCARD\nVERSION:9\nEND:VCARD\nBEGIN:VCARD\n${card}BEGIN:VCARD\nFN:B`
    expect(read(file).map((one) => [one.line, 'problem' in one ? one.problem : 'card'])).toEqual([
      [1, 'card'],
      [5, 'no-card'],
      [7, 'card'],
      [11, 'version'],
      [14, 'no-end'],
      [15, 'card'],
      [19, 'no-end'],
    ])
  })

  it('is read whatever its line ends, marks and charset', () => {
    const text = 'BEGIN:VCARD\rVERSION:3.0\rFN:Zoë\rEND:VCARD\r'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    for (const file of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(text, 'latin1'), utf16]) {
      expect(read(file)).toEqual([expect.objectContaining({ card: expect.objectContaining({ name: 'Zoë' }) })])
    }
  })
})

describe('a hostile file', () => {
  const wrapped = (body: string) => `BEGIN:VCARD\nVERSION:4.0\n${body}\nEND:VCARD\n`
  const megabytes = 5 * 1024 * 1024
  const tooLong = [{ line: 1, problem: 'too-long' }]
  const nobody = [{ card: { name: '' } }]
  const files: [what: string, file: () => string, found: unknown][] = [
    ['a huge line', () => wrapped(`NOTE:${'x'.repeat(megabytes)}`), tooLong],
    ['a line folded at each character', () => wrapped(`NOTE:${'x\n '.repeat(megabytes / 3)}`), tooLong],
    ['a million properties', () => wrapped('TEL:1\n'.repeat(megabytes / 6)), tooLong],
    ['a huge photo', () => wrapped(`PHOTO:${'A'.repeat(megabytes)}\nFN:kept`), [{ card: { name: 'kept' } }]],
    ['quotes without end', () => wrapped(`FN${';A="'.repeat(megabytes / 4)}:x`), tooLong],
    ['parameters without end', () => wrapped(`FN${';A=b'.repeat(20_000)}:x`), nobody],
    ['soft line breaks', () => wrapped(`NOTE;QUOTED-PRINTABLE:${'=\n'.repeat(megabytes / 2)}`), expect.anything()],
    ['agents in agents', () => 'AGENT:\nBEGIN:VCARD\n'.repeat(200_000), expect.anything()],
    ['colons', () => ':'.repeat(megabytes), [{ line: 1, problem: 'no-card' }]],
  ]

  // what takes a time by the square of the length of 5 MB would not end within any
  it.each(files)(
    'is read in a time by its length: %s',
    (_, file, found) => expect(read(file())).toMatchObject(found as object),
    60_000,
  )

  it('may begin without end', () => {
    expect(read('BEGIN:VCARD\n'.repeat(100_000))).toHaveLength(100_000)
  }, 60_000)

  it('is text, whatever it holds', () => {
    const markup = '<img src=x onerror=alert(1)>'
    expect(cardOf('VERSION:4.0', `FN:${markup}`, `EMAIL:${markup}`)).toMatchObject({
      name: markup,
      addresses: [markup],
    })
  })

  it('never throws, whatever bytes it is of', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        read(Buffer.concat([Buffer.from('BEGIN:VCARD\nVERSION:2.1\nFN:'), bytes, Buffer.from('\nEND:VCARD')]))
      }),
    )
  })
})

describe('what is printed', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 120 }).map((value) =>
    value
      .replace(/\p{Cc}/gu, '')
      .trim()
      .toWellFormed(),
  )
  const filled = text.filter((value) => value !== '')
  const some = fc.uniqueArray(filled, { maxLength: 4 })
  const phones = some.map((all) => all.filter((phone) => !/^tel:|;ext=/i.test(phone)))
  const plain = some.map((all) => all.filter((value) => !/^mailto:/i.test(value)))
  const groups = some.map((all) => all.filter((value) => !/mycontacts|my contacts|starred/i.test(value)))
  const note = fc.array(text, { maxLength: 3 }).map((lines) => lines.join('\n').trim())
  const cards = fc.record({ name: filled, organisation: text, addresses: plain, phones, note, groups })

  it.each([
    '4.0',
    '3.0',
  ] as const)('is read as the same card in version %s, in lines of at most 75 octets', (version) => {
    fc.assert(
      fc.property(cards, (card) => {
        const printed = printCard({ ...card, uid: 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6' }, version)
        for (const line of printed.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(read(printed)).toEqual([{ line: 1, card }])
      }),
    )
  })

  it('cannot be another line, whatever a name holds', () => {
    const card = { name: 'A\r\nEND:VCARD\nEMAIL:x', organisation: '', addresses: [], phones: [], note: '', groups: [] }
    expect(read(printCard({ ...card, uid: 'u' }, '4.0'))).toMatchObject([{ card: { addresses: [] } }])
  })
})
