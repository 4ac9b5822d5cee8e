// Makes credential parts at random: ordinary ones, and ones meant to trip the compiled path.

import fc from 'fast-check'
import type { CredentialParts, IdentityObject } from '../src/index.ts'
import { emailIdentity, fullParts, someParts } from './fixtures.ts'

const korean = fc.constantFrom('김하늘', '남궁 바다', '데이터', '제 2026-001호', '한빛대학교', '가각갂')
const nasty = fc.constantFrom(
  ...[
    '',
    ' ',
    '"',
    '\\',
    '\n',
    '\r\n',
    '\t',
    '\u0000',
    '\u007f',
    '\u2028',
    '_:a',
    '_:z',
    '_:c14n0',
    '<urn:x>',
    '^^',
    '@ko',
    '.',
  ],
  ...['x-hole:0:', 'x-hole:1:', 'id', '@id', '😀', '\ufffd', 'Ａ', '\ue000', 'c14n10', '" .\n<urn:a> <urn:b> "c'],
)
const text = fc.oneof(
  { weight: 4, arbitrary: korean },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  nasty,
)
const iri = fc.oneof(
  { weight: 6, arbitrary: fc.uuid().map((id) => `https://badges.hanbit.example/c/${id}`) },
  { weight: 2, arbitrary: fc.uuid().map((id) => `urn:uuid:${id}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'did:example:haneul',
      'https://예시.example/가',
      'https://a.example/%EA%B0%80',
      'mailto:a@b.example',
    ),
  },
  {
    weight: 1,
    // Already a node of the graph, under another role.
    arbitrary: fc.constantFrom(
      someParts().achievement.id,
      someParts().issuer.id,
      'https://badges.hanbit.example/status/1',
      'http://data.europa.eu/esco/skill/1',
    ),
  },
)
const instant = fc.constantFrom('2026-11-23T03:00:00Z', '2026-11-23T12:00:00+09:00', '2026-11-23T03:00:00.123Z')
const hash = fc
  .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
  .map((hex) => `sha256$${hex}`)

const identifier: fc.Arbitrary<IdentityObject> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ identityHash: hash, salt: text }).map((parts) => ({ ...emailIdentity, ...parts })),
  },
  { weight: 1, arbitrary: fc.constant(emailIdentity) }, // twice the same: two nodes that only the N-degree algorithm tells apart
)

const evidence = fc.record({ id: iri, name: text, narrative: text }, { requiredKeys: ['name'] })

/** Valid parts, ordinary for the most part. */
export const someParts$: fc.Arbitrary<CredentialParts> = fc
  .record({
    isFull: fc.boolean(),
    id: iri,
    name: text.filter((name) => name !== ''),
    identifiers: fc.array(identifier, { minLength: 1, maxLength: 3 }),
    index: fc.nat(131_071),
    validFrom: instant,
    licenseNumber: fc.option(text, { nil: undefined }),
    narrative: fc.option(text, { nil: undefined }),
    evidence: fc.option(fc.array(evidence, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    holder: fc.option(iri, { nil: undefined }),
  })
  .map(({ isFull, id, name, identifiers, index, validFrom, licenseNumber, narrative, evidence, holder }) => {
    const base = isFull ? fullParts() : someParts()
    return {
      ...base,
      id,
      validFrom,
      licenseNumber,
      narrative,
      recipient: { name, identifiers, ...(holder === undefined ? {} : { id: holder }) },
      status: { listUrl: 'https://badges.hanbit.example/status/1', index },
      ...(evidence === undefined ? {} : { evidence }),
    }
  })
