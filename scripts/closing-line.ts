// Ends a test run with the one plain line that people and scripts look for.
import type {Reporter, TestModule} from 'vitest/node';

export default class ClosingLine implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const count = {passed: 0, failed: 0, skipped: 0};
		for (const module of modules) {
			let failedTests = 0;
			for (const test of module.children.allTests()) {
				const {state} = test.result();
				if (state === 'passed') count.passed += 1;
				else if (state === 'failed') failedTests += 1;
				else count.skipped += 1;
			}
			// A file that does not even load holds no test, yet it must not vanish from the count.
			count.failed += failedTests === 0 && module.state() === 'failed' ? 1 : failedTests;
		}
		const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
		console.log(`\n${count.passed} passed, ${count.failed} failed${skipped}`);
	}
}
