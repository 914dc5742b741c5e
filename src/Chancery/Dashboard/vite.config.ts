import { defineConfig } from 'vite';

// The service serves the built page under its own root; in development, API calls go to a running service.
export default defineConfig({
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': 'http://127.0.0.1:5080' } },
});
