// Makes the vectors that are PDFs with a credential attached, or should have one.

import { PDF_BYTES_MAX } from '../src/limits.ts'
import { barePdf, lockedPdf, packedPdf, plainPdf } from './pdfs.ts'
import { type Case, of, tampered, unreadable } from './vector-case.ts'
import { text } from './vector-parts.ts'

export const pdfCases: readonly Case[] = [
  of(['valid'], 'valid.pdf', 'attached to a PDF', plainPdf(text)),
  of(['valid'], 'packed.pdf', 'attached to a PDF whose objects are packed and deflated', packedPdf(text)),
  of(
    tampered('signature-wrong'),
    'altered-name.pdf',
    'the recipient renamed in the attachment',
    plainPdf(text.replace('김하늘', '김바다')),
  ),
  unreadable('bare.pdf', 'a PDF without an attachment', 'pdf-without-credential', barePdf),
  unreadable('words.pdf', 'words where the credential should be', 'pdf-without-credential', plainPdf('hello')),
  unreadable('locked.pdf', 'an encrypted PDF', 'pdf-encrypted', lockedPdf),
  {
    file: 'pdf-too-large',
    says: 'more than eight mebibytes of PDF',
    verdict: 'unreadable',
    because: 'pdf-too-large',
    made: { text: ['%PDF-1.7\n', ' ', ''], times: PDF_BYTES_MAX },
  },
]
