import {defineConfig} from 'vitest/config';

/** Left to `npm run test:slow`: a wizard over a line of 9600 baud, deaths by the dozen, a day of polls. */
export const slowTests = [
	'test/torture/**/*.test.ts',
	'test/network/polls.test.ts',
	'test/setup/first-payment.test.ts',
];

export const testOptions = {
	testTimeout: 30_000,
	hookTimeout: 30_000,
	// Many tests wait for other processes: a third worker fills the pauses of two cores.
	maxWorkers: 3,
	// The tests with whole processes mostly wait; what runs side by side is chosen by `test.concurrent`.
	maxConcurrency: 20,
	globalSetup: './test/e2e/support/install-program.ts',
	reporters: ['default', './scripts/closing-line.ts'],
};

export default defineConfig({
	test: {...testOptions, include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], exclude: slowTests},
});
