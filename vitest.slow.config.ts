// The tests that wait for minutes or kill for a long while: `npm run test:slow`. CI runs both suites.
import {defineConfig} from 'vitest/config';
import {slowTests, testOptions} from './vitest.config.ts';

export default defineConfig({test: {...testOptions, include: slowTests}});
