// All set-ups of the matrix, in the order of the page.
import type {Setup} from './setup.ts';
import {answerSetups} from './setups/answers.ts';
import {certificateSetups} from './setups/certificate.ts';
import {linkSetups} from './setups/links.ts';
import {machineSetups} from './setups/machine.ts';
import {registerSetups} from './setups/register.ts';
import {screenSetups} from './setups/screens.ts';
import {settingsSetups} from './setups/settings.ts';

export const setups: readonly Setup[] = [
	...settingsSetups,
	...certificateSetups,
	...linkSetups,
	...answerSetups,
	...registerSetups,
	...screenSetups,
	...machineSetups,
];
