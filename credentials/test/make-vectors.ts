// Writes the vectors of vectors/verification: run it after adding a case, and look at what changed before committing.

import { mkdirSync, writeFileSync } from 'node:fs'
import { bake, credentialText, type Json, type JsonObject } from '../src/index.ts'
import { anIssuer, aSigned, hanbit, LATER, LIST_URL, NOON, someParts } from './fixtures.ts'
import { hostileCases, hostileDocuments } from './hostile-vectors.ts'
import { jwtDocument } from './jwt-issuers.ts'
import { jwtCases } from './jwt-vectors.ts'
import { OLD_ISSUER, ob2Cases, oldDocuments, oldGone } from './ob2-vectors.ts'
import { pdfCases } from './pdf-vectors.ts'
import { aPng, aSvg, iend, ihdr, pngChunk, pngOf, textChunk } from './pictures.ts'
import type { Case } from './vector-case.ts'
import {
  changed,
  full,
  jsonChunk,
  list,
  listed,
  of,
  olderContext,
  olderModel,
  other,
  otherSeal,
  ownSeal,
  statusLists,
  stranger,
  text,
  together,
  transcript,
  trial,
  word,
} from './vector-parts.ts'

const folder = new URL('../../vectors/verification/', import.meta.url)

const cases: Case[] = [
  { file: 'valid.json', says: 'the smallest credential', verdict: 'valid', content: text },
  { file: 'valid-full.json', says: 'every optional part', verdict: 'valid', content: full },
  { file: 'valid.png', says: 'baked into a PNG', verdict: 'valid', content: bake(aPng, 'image/png', text) },
  { file: 'valid.svg', says: 'baked into an SVG', verdict: 'valid', content: bake(aSvg, 'image/svg+xml', text) },
  { file: 'valid-vc-1.1.json', says: 'the older data model', verdict: 'valid', content: await olderModel('-3.0.3') },
  {
    file: 'valid-ob-3.0.0.json',
    says: 'the first context of Open Badges 3.0',
    verdict: 'valid',
    content: await olderModel(''),
  },
  { file: 'valid-ob-3.0.1.json', says: 'the context 3.0.1', verdict: 'valid', content: await olderModel('-3.0.1') },
  {
    file: 'valid-ob-3.0.2.json',
    says: 'the context 3.0.2',
    verdict: 'valid',
    content: JSON.stringify(await olderContext('-3.0.2')),
  },
  {
    file: 'clr.json',
    says: 'a transcript of two badges',
    verdict: 'valid',
    content: JSON.stringify(await transcript(LIST_URL)),
  },
  {
    file: 'clr-revoked.json',
    says: 'a transcript with a revoked badge in it',
    verdict: 'revoked',
    content: JSON.stringify(await transcript(list('revoked'))),
  },
  {
    file: 'clr-altered.json',
    says: 'a transcript with an altered badge in it',
    verdict: 'tampered',
    check: 'signature',
    because: 'signature-wrong',
    content: JSON.stringify(await transcript(LIST_URL)).replaceAll('"name":"model"', '"name":"modal"'),
  },
  {
    file: 'endorsed.json',
    says: 'an endorsement by somebody unconfirmed',
    verdict: 'valid',
    content: credentialText(await aSigned(someParts({ endorsement: [word] }))),
  },
  { file: 'co-signed.json', says: 'two seals', verdict: 'valid', content: JSON.stringify(together) },
  {
    file: 'co-signed-broken.json',
    says: 'two seals, the other one broken',
    verdict: 'tampered',
    check: 'signature',
    because: 'signature-wrong',
    content: JSON.stringify({ ...together, proof: [ownSeal, { ...otherSeal, created: '2026-11-23T02:00:00Z' }] }),
  },
  {
    file: 'co-signer-alone.json',
    says: 'another seal in the place of the issuer’s',
    verdict: 'tampered',
    check: 'signature',
    because: 'key-not-of-issuer',
    content: JSON.stringify({ ...together, proof: [otherSeal] }),
  },
  {
    file: 'no-status.json',
    says: 'no status entry',
    verdict: 'valid',
    check: 'status',
    because: 'no-status-declared',
    content: credentialText(await aSigned(someParts({ status: undefined }))),
  },

  {
    file: 'altered-name.json',
    says: 'the recipient renamed',
    verdict: 'tampered',
    check: 'signature',
    because: 'signature-wrong',
    content: text.replace('김하늘', '김바다'),
  },
  {
    file: 'altered-name.png',
    says: 'the recipient renamed in the picture, its checksum right again',
    verdict: 'tampered',
    check: 'signature',
    because: 'signature-wrong',
    content: bake(aPng, 'image/png', text.replace('김하늘', '김바다')),
  },
  {
    file: 'altered-term.json',
    says: 'a term without meaning added',
    verdict: 'tampered',
    check: 'signature',
    because: 'json-ld-unsafe',
    content: changed((c) => {
      c.grade = 'A'
    }),
  },
  {
    file: 'no-proof.json',
    says: 'the proof taken off',
    verdict: 'tampered',
    check: 'signature',
    because: 'proof-missing',
    content: changed((c) => {
      delete c.proof
    }),
  },
  {
    file: 'other-key.json',
    says: 'signed by a key of another issuer',
    verdict: 'tampered',
    check: 'signature',
    because: 'key-not-of-issuer',
    content: changed((_, p) => {
      p.verificationMethod = other.verificationMethod
    }),
  },
  {
    file: 'purpose.json',
    says: 'a proof made for signing in',
    verdict: 'tampered',
    check: 'signature',
    because: 'proof-purpose',
    content: changed((_, p) => {
      p.proofPurpose = 'authentication'
    }),
  },

  {
    file: 'revoked.json',
    says: 'a set bit',
    verdict: 'revoked',
    check: 'status',
    because: 'revoked',
    content: credentialText(await aSigned(listed('revoked'))),
  },
  {
    file: 'suspended.json',
    says: 'a set bit of a suspension list',
    verdict: 'suspended',
    check: 'status',
    because: 'suspended',
    content: credentialText(
      await aSigned(someParts({ status: { listUrl: list('suspended'), index: 4_711, purpose: 'suspension' } })),
    ),
  },
  {
    file: 'not-yet.json',
    says: 'a beginning in the future',
    verdict: 'not_yet_valid',
    check: 'validity',
    because: 'not-yet-valid',
    content: credentialText(await aSigned(someParts({ validFrom: LATER }))),
  },
  {
    file: 'expired.json',
    says: 'an end in the past',
    verdict: 'expired',
    at: LATER,
    content: credentialText(await aSigned(someParts({ validUntil: NOON }))),
  },
  {
    file: 'list-unreachable.json',
    says: 'a list that is not at hand',
    verdict: 'status_unknown',
    check: 'status',
    because: 'status-list-unreachable',
    content: credentialText(await aSigned(listed('gone'))),
  },
  {
    file: 'list-two-members.json',
    says: 'a list of two gzip members',
    verdict: 'status_unknown',
    check: 'status',
    because: 'status-list-malformed',
    content: credentialText(await aSigned(listed('two-members'))),
  },
  {
    file: 'list-short.json',
    says: 'a list of too few entries',
    verdict: 'status_unknown',
    check: 'status',
    because: 'status-list-malformed',
    content: credentialText(await aSigned(listed('short'))),
  },
  {
    file: 'list-bomb.json',
    says: 'a list that unpacks to 64 MiB',
    verdict: 'status_unknown',
    check: 'status',
    because: 'status-list-malformed',
    content: credentialText(await aSigned(listed('bomb'))),
  },
  {
    file: 'list-expired.json',
    says: 'a list past its time',
    verdict: 'status_unknown',
    check: 'status',
    because: 'status-list-expired',
    at: LATER,
    content: credentialText(await aSigned(listed('expired'))),
  },
  {
    file: 'issuer-unreachable.json',
    says: 'an issuer whose document is not at hand',
    verdict: 'status_unknown',
    check: 'signature',
    because: 'issuer-unreachable',
    content: await of(anIssuer('unreachable')),
  },
  {
    file: 'issuer-unconfirmed.json',
    says: 'an issuer nobody has confirmed',
    verdict: 'issuer_unverified',
    check: 'issuer',
    because: 'issuer-unconfirmed',
    content: await of(stranger),
  },
  {
    file: 'test-issuer.json',
    says: 'an issuer in test mode',
    verdict: 'test',
    check: 'issuer',
    because: 'test-issuer',
    content: await of(trial),
  },
  {
    file: 'test-credential.json',
    says: 'a credential issued for trial',
    verdict: 'test',
    check: 'issuer',
    because: 'test-credential',
    content: credentialText(await aSigned(someParts({ test: true }))),
  },

  {
    file: 'context-unknown.json',
    says: 'a context from elsewhere',
    verdict: 'unreadable',
    check: 'signature',
    because: 'context-unknown',
    content: changed((c) => {
      ;(c['@context'] as Json[]).push('https://context.example/v1')
    }),
  },
  {
    file: 'context-inline.json',
    says: 'terms defined inside',
    verdict: 'unreadable',
    check: 'signature',
    because: 'context-inline',
    content: changed((c) => {
      ;(c['@context'] as Json[]).push({ grade: 'https://context.example/#grade' })
    }),
  },
  {
    file: 'suite-unknown.json',
    says: 'a suite we do not know',
    verdict: 'unreadable',
    check: 'signature',
    because: 'proof-suite-unknown',
    content: changed((_, p) => {
      p.cryptosuite = 'bbs-2023'
    }),
  },
  {
    file: 'faults.json',
    says: 'an achievement without a name',
    verdict: 'unreadable',
    check: 'format',
    because: 'credential-malformed',
    content: changed((c) => {
      delete ((c.credentialSubject as JsonObject).achievement as JsonObject).name
    }),
  },

  {
    file: 'duplicate-key.json',
    says: 'an issuer given twice',
    verdict: 'unreadable',
    because: 'json-duplicate-key',
    content: text.replace('"issuer":', '"issuer":{"id":"https://evil.example"},"issuer":'),
  },
  {
    file: 'lone-surrogate.json',
    says: 'half a character',
    verdict: 'unreadable',
    because: 'json-lone-surrogate',
    content: text.replace('김하늘', '\\ud800'),
  },
  {
    file: 'unsafe-number.json',
    says: 'an integer beyond 2^53',
    verdict: 'unreadable',
    because: 'json-unsafe-number',
    content: text.replace('"hashed":false', '"hashed":9007199254740993'),
  },
  {
    file: 'too-deep.json',
    says: 'depth 100',
    verdict: 'unreadable',
    because: 'json-too-deep',
    content: `{"a":${'['.repeat(100)}${']'.repeat(100)}}`,
  },
  {
    file: 'prototype.json',
    says: 'the key that changes prototypes',
    verdict: 'unreadable',
    because: 'json-forbidden-key',
    content: text.replace('{', '{"__proto__":{"isTest":false},'),
  },
  {
    file: 'no-credential.png',
    says: 'a picture that was saved again',
    verdict: 'unreadable',
    because: 'no-credential',
    content: aPng,
  },
  {
    file: 'no-credential.svg',
    says: 'a drawing without a credential',
    verdict: 'unreadable',
    because: 'no-credential',
    content: aSvg,
  },
  {
    file: 'two-credentials.png',
    says: 'two credentials in one picture',
    verdict: 'unreadable',
    because: 'several-credentials',
    content: pngOf(ihdr, jsonChunk, textChunk('openbadgecredential', full), iend),
  },
  {
    file: 'compressed.png',
    says: 'a compressed credential',
    verdict: 'unreadable',
    because: 'credential-compressed',
    content: pngOf(ihdr, pngChunk('iTXt', 'openbadgecredential\0\x01\0\0\0x'), iend),
  },
  {
    file: 'checksum.png',
    says: 'a wrong checksum',
    verdict: 'unreadable',
    because: 'png-checksum-wrong',
    content: pngOf(ihdr, Buffer.concat([jsonChunk.subarray(0, -1), Buffer.from([jsonChunk.at(-1)! ^ 1])]), iend),
  },
  {
    file: 'doctype.svg',
    says: 'a document type that defines the credential',
    verdict: 'unreadable',
    because: 'svg-doctype',
    content:
      '<!DOCTYPE svg [<!ENTITY a "{}">]><svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>&a;</o:credential></svg>',
  },
  { file: 'empty.bin', says: 'nothing', verdict: 'unreadable', because: 'input-unknown', content: '' },
  ...jwtCases,
  ...ob2Cases,
  ...hostileCases,
  ...pdfCases,
]

const issuers: Record<string, Json> = {
  ...Object.fromEntries([other, trial, stranger].map(({ did, document }) => [did, document])),
  ...hostileDocuments,
  [hanbit.did]: jwtDocument,
}
const trust = {
  ...{ [hanbit.did]: 'confirmed', [trial.did]: 'test', [stranger.did]: 'unconfirmed', [OLD_ISSUER]: 'confirmed' },
  ...Object.fromEntries(Object.keys(hostileDocuments).map((id) => [id, 'confirmed'])),
}
const material = { issuers, statusLists, trust, documents: oldDocuments, gone: oldGone }

mkdirSync(folder, { recursive: true })
for (const { file, content } of cases) if (content !== undefined) writeFileSync(new URL(file, folder), content)
writeFileSync(new URL('material.json', folder), `${JSON.stringify(material, null, 1)}\n`)
const lines = cases.map(({ content: _content, at = NOON, ...rest }) => JSON.stringify({ ...rest, at }))
writeFileSync(new URL('cases.json', folder), `[\n${lines.join(',\n')}\n]\n`)
