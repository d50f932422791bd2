import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { officeText } from '@/lib/mail/files/office-text'
import { pdfText } from '@/lib/mail/files/pdf-text'
import { readZip } from '@/lib/mail/files/read-zip'

/** A zip archive as office programs write it. `claims` is what its headers say of the unpacked size. */
function zip(files: Record<string, string | Buffer>, claims?: number): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content as string)
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claims ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const end = Buffer.alloc(14)
    end.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, end, Buffer.from(name)]))
    locals.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const record = Buffer.alloc(18)
  record.writeUInt16LE(directory.length, 4)
  record.writeUInt16LE(directory.length, 6)
  record.writeUInt32LE(central.length, 8)
  record.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), record])
}

test('Text of Word, Excel, PowerPoint and OpenDocument files', () => {
  const docx = zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml':
      '<w:document><w:p><w:r><w:t>Quar</w:t></w:r><w:r><w:t>terly</w:t></w:r></w:p><w:p><w:t>R&amp;D &#8364;5</w:t></w:p></w:document>',
  })
  expect(officeText(docx, 'docx', 1000).trim().split('\n')).toEqual(['Quarterly', 'R&D €5'])
  const xlsx = zip({ 'xl/sharedStrings.xml': '<sst><si><t>North</t></si><si><t>South</t></si></sst>' })
  expect(officeText(xlsx, 'xlsx', 1000).trim().split(/\s+/)).toEqual(['North', 'South'])
  const pptx = zip({
    'ppt/slides/slide1.xml': '<p:sld><a:p><a:r><a:t>Title</a:t></a:r></a:p><a:p><a:t>Point</a:t></a:p></p:sld>',
  })
  expect(officeText(pptx, 'pptx', 1000).trim().split('\n')).toEqual(['Title', 'Point'])
  const odt = zip({
    'content.xml': '<office:text><text:p>Erste<text:s/>Zeile</text:p><text:h>Zweite</text:h></office:text>',
  })
  expect(officeText(odt, 'odf', 1000).trim().split('\n')).toEqual(['Erste', 'Zeile', 'Zweite'])
})

test('A bomb is refused by what comes out, whatever its headers claim', () => {
  const zeros = Buffer.alloc(40 * 1024 * 1024)
  for (const claims of [undefined, 1, 0]) {
    const bomb = zip({ 'content.xml': zeros }, claims)
    expect(bomb.length).toBeLessThan(50_000)
    expect(() => officeText(bomb, 'odf', 1000)).toThrow()
  }
  const many = Object.fromEntries(
    Array.from({ length: 10 }, (_, n) => [`word/header${n}.xml`, zeros.subarray(0, 8 << 20)]),
  )
  expect(() => officeText(zip(many), 'docx', 500_000)).toThrow()
})

test('Broken archives and entities that grow are errors or text, never more', () => {
  for (const broken of [Buffer.alloc(0), Buffer.from('PK\x05\x06'), zip({ a: 'b' }).subarray(0, 40)]) {
    expect(() => readZip(broken, () => true)).toThrow()
  }
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">]><text:p>&b;&b;</text:p>'
  expect(officeText(zip({ 'content.xml': laughs }), 'odf', 1000).length).toBeLessThan(200)
})

test('Text of a PDF; what is none is an error', async () => {
  const stream = 'BT /F1 12 Tf 72 720 Td (Invoice 4711) Tj ET'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ].map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`)
  const pdf = `%PDF-1.4\n${objects.join('')}trailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n`
  expect(await pdfText(Buffer.from(pdf), 1000)).toContain('Invoice 4711')
  await expect(pdfText(Buffer.from('no pdf'), 1000)).rejects.toThrow()
})
