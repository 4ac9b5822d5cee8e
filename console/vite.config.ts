// Builds the console and the public pages' own check into `dist`, to be served under /app/; in development it stands before a running server.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://localhost:3000'
const behindTheConsole = ['/v1', '/assets/fonts', '/c/', '/b/', '/i/', '/sign-in', '/roster-template.xlsx']

export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsDir: 'assets',
    rolldownOptions: {
      input: { main: `${import.meta.dirname}/index.html`, recheck: `${import.meta.dirname}/src/recheck/main.ts` },
      // Server-rendered pages name it, so its own name stays; what it loads carries a hash.
      output: { entryFileNames: ({ name }) => (name === 'recheck' ? 'recheck.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { port: 5173, strictPort: true, proxy: Object.fromEntries(behindTheConsole.map((path) => [path, server])) },
})
