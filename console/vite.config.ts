import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { opaqueFrame } from './frame.vite.ts'

// Two applications, the console and the player alone, and the opaque frame in which recorded pages are rebuilt.
export default defineConfig({
  plugins: [preact(), opaqueFrame()],
  build: {
    rollupOptions: { input: { index: 'index.html', player: 'player.html' } },
    assetsInlineLimit: 0,
    sourcemap: false,
  },
})
