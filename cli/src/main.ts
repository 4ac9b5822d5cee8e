// The `kolleges` command: reads the words after it, runs one command, ends with that command's exit code.
import { evaluateCommand } from './commands/evaluate.ts'
import { renderCommand } from './commands/render.ts'
import { templatesCommand } from './commands/templates.ts'
import { verifyCommand } from './commands/verify.ts'

const COMMANDS: Record<string, (words: readonly string[]) => Promise<number>> = {
  verify: verifyCommand,
  evaluate: evaluateCommand,
  templates: templatesCommand,
  render: renderCommand,
}

const USAGE = `kolleges: digital badges from the command line

  kolleges verify FILE|URL…       PNG, SVG, PDF, JSON or JWT files, or links to credentials
                                  (Open Badges 3.0 and 2.0, CLR 2.0)
      --json                      one JSON line per input: {file, verdict, checks, credential?}
      --explain                   under each check what was compared, with the hash of the canonical form
      --trust HOST                take HOST's word for who its issuers are (may be repeated; this machine is always trusted)
      --material FILE             fetch nothing: {issuers, statusLists, documents, trust} come from this file
      --at INSTANT                judge dates as of this moment, e.g. 2026-11-23T00:00:00Z
      --lang ko|en                language of the report

      exit code: 0 every input is valid · 1 at least one is not · 2 at least one could not be told

  kolleges evaluate --rule rule.json --holdings holdings.json
      --at DATE                   judge as of this day in Korea (default: now)
      --lang ko|en                language of the trace
      exit code: 0 the rule is met · 1 something is missing · 2 the input was refused

  kolleges templates [--json]     every badge and certificate template: {id, kind, name, fields}

  kolleges render TEMPLATE_ID|design.json --out FILE.(svg|png|pdf)
      --data person.json          what goes into its variables, by key, by label (이름) or by a roster column's name
      --brand brand.json          {primary, accent, name, headTitle, seal, …}: colours, and pictures in files beside it
      --credential signed.json    goes into the file: attached to a PDF, baked into PNG and SVG
      --width PIXELS              of a PNG (default 600 for a badge, 1600 for a certificate)
      exit code: 0 written, with remarks on standard error · 2 refused
`

const [command = '', ...words] = process.argv.slice(2)
const run = COMMANDS[command]
if (run) {
  process.exitCode = await run(words)
} else {
  const asked = command === '' || command === 'help' || command === '--help' || command === '-h'
  ;(asked ? process.stdout : process.stderr).write(asked ? USAGE : `kolleges: no command "${command}"\n\n${USAGE}`)
  process.exitCode = asked ? 0 : 2
}
