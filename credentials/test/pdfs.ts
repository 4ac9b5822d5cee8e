// Makes small PDFs that carry an attachment, as different programs write them.

import { deflateSync } from 'node:zlib'

export const pdfOf = (...objects: readonly (Uint8Array | string)[]): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects.map((one) => Buffer.from(one)), Buffer.from('%%EOF\n')])

export function streamObject(number: number, dictionary: string, data: Uint8Array | string): Buffer {
  const content = Buffer.from(data)
  const head = `${number} 0 obj\n<< ${dictionary} /Length ${content.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream\nendobj\n')])
}

const FILE = '<< /Type /Filespec /F (credential.json) /EF << /F 2 0 R >> /AFRelationship /Data >>'

/** One attachment, readable in a text editor. */
export const plainPdf = (text: string): Buffer =>
  pdfOf(`1 0 obj\n${FILE}\nendobj\n`, streamObject(2, '/Type /EmbeddedFile', text))

/** The same with its objects packed into a stream and everything deflated. */
export const packedPdf = (text: string): Buffer =>
  pdfOf(
    streamObject(3, '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', deflateSync(`1 0 ${FILE}`)),
    streamObject(2, '/Type /EmbeddedFile /Filter [/FlateDecode]', deflateSync(text)),
  )

/** A page with no attachment. */
export const barePdf = pdfOf('1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n')

export const lockedPdf = pdfOf('1 0 obj\n<< /Filter /Standard /V 5 /R 6 >>\nendobj\n')
