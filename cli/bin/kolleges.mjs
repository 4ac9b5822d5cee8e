#!/usr/bin/env node
// Starts the tools on the Node that was installed with it, whatever Node npm itself runs on.
import { launch } from './launch.mjs'

launch(new URL('../src/main.ts', import.meta.url))
