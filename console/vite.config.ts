import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

// Three documents: the console, the player alone, and the opaque frame in which recorded pages are rebuilt.
export default defineConfig({
  plugins: [preact()],
  build: {
    rollupOptions: { input: { index: 'index.html', player: 'player.html', frame: 'frame.html' } },
    assetsInlineLimit: 0,
    sourcemap: false,
  },
})
