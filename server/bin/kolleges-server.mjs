#!/usr/bin/env node
// Starts the server's command line on the Node that was installed with it, whatever Node npm itself runs on.
import { launch } from './launch.mjs'

launch(new URL('../src/cli.ts', import.meta.url))
