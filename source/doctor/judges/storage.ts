// The fiscal storage inside the register.
import {broken, sound, warning} from '../row.ts';
import {byFacts} from './register.ts';

/** Set up and in fiscal mode, the archive neither closed nor sent. */
const workingPhase = 3;

export const judgeStorage = byFacts(({storage}) => {
	switch (storage.type) {
		case 'none':
			return sound({code: 'STORAGE_NONE'});
		case 'refuses':
			return broken({code: 'STORAGE_REFUSES', error: storage.error}, 'registerService');
		case 'seen': {
			const {phase, number, expires, isExpired, waiting} = storage;
			if (phase !== workingPhase) {
				return broken({code: 'REGISTER', trouble: {code: 'STORAGE_PHASE', phase}}, 'registerService');
			}
			if (isExpired && expires !== null) {
				return broken({code: 'STORAGE_EXPIRED', expires}, 'registerService');
			}
			const [first] = storage.warnings;
			if (!first) return sound({code: 'STORAGE', number, expires, waiting});
			const helper = first === 'operatorSilent' ? 'admin' : 'registerService';
			return warning({code: 'REGISTER', trouble: {code: 'STORAGE_WARNING', warning: first}}, helper);
		}
	}
});
