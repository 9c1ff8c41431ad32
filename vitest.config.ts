import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
		testTimeout: 30_000,
		hookTimeout: 30_000,
		maxWorkers: 2,
		// The tests with whole processes mostly wait; what runs side by side is chosen by `test.concurrent`.
		maxConcurrency: 20,
		globalSetup: './test/e2e/support/install-program.ts',
		reporters: ['default', './scripts/closing-line.ts'],
	},
});
