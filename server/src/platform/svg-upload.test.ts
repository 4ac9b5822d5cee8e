import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rebuildSvg } from './svg-upload.ts'

const OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">'
const REBUILT_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'

function rebuilt(body: string): string {
  const answer = rebuildSvg(`${OPEN}${body}</svg>`)
  assert.equal(answer.outcome, 'rebuilt', body)
  return answer.outcome === 'rebuilt' ? answer.svg.slice(REBUILT_OPEN.length, -'</svg>'.length) : ''
}

const CASES: readonly [string, string, string][] = [
  ['a shape stays', '<path d="M0 0h9" fill="#123456"/>', '<path d="M0 0h9" fill="#123456"></path>'],
  ['a gradient and its use stay', '<g fill="url(#a)"/>', '<g fill="url(#a)"></g>'],
  ['a script goes, with its content', '<script>alert("x")</script><g/>', '<g></g>'],
  ['a foreign object goes, with its content', '<foreignObject><p>x</p></foreignObject>', ''],
  ['an event handler goes', '<g onload="x()" onClick="y()"/>', '<g></g>'],
  ['a link becomes a group that leads nowhere', '<a href="javascript:x()"><g/></a>', '<g><g></g></g>'],
  ['a reference to elsewhere goes', '<use xlink:href="https://evil.example/#x"/>', '<use></use>'],
  ['a reference within stays', '<use xlink:href="#x"/>', '<use href="#x"></use>'],
  ['a paint from elsewhere goes', '<g style="fill:url(https://evil.example)" fill="url( //e/x )"/>', '<g></g>'],
  ['an import in a style goes', '<style>@import "https://evil.example";</style>', '<style></style>'],
  [
    'a font it brings along goes, broken or not',
    '<style>@font-face{font-family:x;src:url(data:font/ttf;base64,AAEAAAD/)}</style>',
    '<style></style>',
  ],
  ['a plain style stays', '<style>.a{fill:#fff}</style>', '<style>.a{fill:#fff}</style>'],
  ['an escape that could spell url goes', '<g style="fill:u\\72l(//e)"/>', '<g></g>'],
  ['a filter and an animation go', '<filter id="f"/><animate attributeName="x"/><set/>', ''],
  ['text is escaped again', '<text>a &lt; b &amp; c</text>', '<text>a &lt; b &amp; c</text>'],
  ['character data becomes escaped text', '<text><![CDATA[<script>]]></text>', '<text>&lt;script&gt;</text>'],
  ['an attribute cannot break out', '<g id="&quot;&gt;&lt;script&gt;"/>', '<g id="&quot;&gt;&lt;script&gt;"></g>'],
  ['another namespace goes', '<sodipodi:namedview xmlns:sodipodi="x"><g/></sodipodi:namedview>', ''],
]

for (const [sentence, given, wanted] of CASES) test(sentence, () => assert.equal(rebuilt(given), wanted))

test('a document whose root is not svg is broken', () => {
  assert.deepEqual(rebuildSvg('<html><svg/></html>'), { outcome: 'refused', reason: 'picture-broken' })
})
