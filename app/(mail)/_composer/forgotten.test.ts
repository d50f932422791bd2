import { expect, test } from 'vitest'
import { speaksOfFiles } from '@/app/(mail)/_composer/forgotten'

test.each([
  'Please see the attached file.',
  'I attach... the attachment',
  'Enclosed you will find it',
  'Im Anhang finden Sie die Rechnung.',
  'Anbei der Bericht',
  'Die Datei ist beigefügt.',
  'Ich habe die Bilder angehängt',
  'Hiermit hänge ich die Liste an.',
])('%j speaks of a file', (text) => expect(speaksOfFiles(text)).toBe(true))

test.each([
  'See you on Monday',
  'Die Abhängigkeit ist mir klar',
  'Wir hängen die Bilder auf',
  '> see the attached file',
  'Der Vorhang fällt',
])('%j does not', (text) => expect(speaksOfFiles(text)).toBe(false))
