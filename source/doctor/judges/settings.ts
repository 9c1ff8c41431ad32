// Settings and certificate: what lies in the till's folder.
import type {CertificateFault, DoctorHelper} from '../../core/index.ts';
import {broken, type Judgement, sound, warning} from '../row.ts';
import type {CertificateSeen, SettingsSeen} from '../seen.ts';

export function judgeSettings(seen: SettingsSeen): Judgement {
	switch (seen.type) {
		case 'faulty': {
			const [problem, ...others] = seen.problems;
			if (!problem) throw new Error('faulty settings without a problem');
			return broken({code: 'SETTING', problem, more: others.length, isOdd: false}, 'admin');
		}
		case 'map': {
			const [problem, ...others] = seen.problems;
			if (!problem) throw new Error('a faulty map without a problem');
			return broken({code: 'MAP', problem, more: others.length}, 'admin');
		}
		case 'read': {
			const {name, posId, dialect} = seen.till;
			const [problem, ...others] = seen.warnings;
			return problem
				? warning({code: 'SETTING', problem, more: others.length, isOdd: true}, 'admin')
				: sound({code: 'SETTINGS', name, posId, dialect});
		}
	}
}

export function judgeCertificate(seen: CertificateSeen): Judgement {
	if (seen.type === 'fault') return broken({code: 'CERTIFICATE', fault: seen.fault}, helperOf(seen.fault));
	const [odd] = seen.warnings;
	if (odd) return warning({code: 'CERTIFICATE_ODD', warning: odd}, oddHelpers[odd.code]);
	if (seen.isOpenToOthers) return warning({code: 'CERTIFICATE_OPEN', file: seen.file}, 'admin');
	return sound({code: 'CERTIFICATE', subjectCn: seen.subjectCn, validTo: seen.validTo});
}

const oddHelpers = {OTHER_CN: 'admin', EXPIRES_SOON: 'paymentSystem'} as const;

/** A file that is wrong in itself comes from the payment system; one that lies wrongly is the admin's. */
function helperOf({code}: CertificateFault): DoctorHelper {
	switch (code) {
		case 'MISSING':
		case 'UNREADABLE':
		case 'WRONG_PASSWORD':
		case 'NOT_YET_VALID':
			return 'admin';
		case 'NOT_PKCS12':
		case 'NO_KEY':
		case 'SEVERAL_KEYS':
		case 'NO_CERTIFICATE':
		case 'TOO_WEAK':
		case 'EXPIRED':
			return 'paymentSystem';
	}
}
