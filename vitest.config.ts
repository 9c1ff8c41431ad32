import {defineConfig} from 'vitest/config';

/** Left to `npm run test:slow`: a wizard over a line of 9600 baud, deaths by the dozen, a day of polls. */
export const slowTests = [
	'test/torture/**/*.test.ts',
	'test/network/polls.test.ts',
	'test/setup/first-payment.test.ts',
];

export const testOptions = {
	// A dozen processes side by side on a busy machine take longer than they do alone.
	testTimeout: 90_000,
	hookTimeout: 60_000,
	// Most of the time is spent waiting for processes: more workers than cores, each loads a module once for all its files.
	maxWorkers: 4,
	isolate: false,
	// A shared machine that stands still for seconds is no fault of the program's; at a desk every failure shows at once.
	retry: process.env['CI'] ? 2 : 0,
	// The tests with whole processes mostly wait; what runs side by side is chosen by `test.concurrent`.
	maxConcurrency: 12,
	env: {
		// Screens drawn without a terminal: without a size in the environment Ink starts two programs at each frame to find one.
		COLUMNS: '100',
		LINES: '50',
		// This machine's own roots vouch for nobody here, and to read them takes a tenth of a payment's work.
		SSL_CERT_FILE: '/dev/null',
		SSL_CERT_DIR: import.meta.dirname,
	},
	globalSetup: './test/e2e/support/install-program.ts',
	reporters: ['default', './scripts/closing-line.ts'],
};

export default defineConfig({
	test: {...testOptions, include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], exclude: slowTests},
});
