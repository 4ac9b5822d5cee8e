/** What the demo certifies exists, and its awards bring what the certificate asks for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCertificate, keyOf, variablesOf } from '@kolleges/design'
import { DEMO } from './demo-data.ts'

/** What awards, badges, brand kits and issuing bring by themselves. */
const BROUGHT = /^(learner\.|credential\.|institution1\.|achievement\.(name|nameEnglish|hours|credits|grade|skills)$)/

for (const { slug, certificate, achievements, awards } of DEMO)
  test(`${slug} certifies one of its badges`, () => {
    const { achievement } = certificate
    const template = findCertificate(certificate.template)
    assert.ok(template, certificate.template)
    assert.ok(achievements.some(({ key }) => key === achievement))
    const given = awards.find((one) => one.achievement === achievement)?.values ?? {}
    const keys = Object.keys(given).map(keyOf)
    const asked = variablesOf(template.document).flatMap(({ key, isOptional }) => (isOptional ? [] : [key]))
    const missing = asked.filter((key) => !BROUGHT.test(key) && !keys.includes(key))
    assert.deepEqual(missing, [])
  })
