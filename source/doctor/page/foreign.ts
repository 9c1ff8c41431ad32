// Troubles that other rooms have words for: theirs say what was seen and what to do, the doctor's what it means for the till.
import {
	type DoctorTrouble,
	type DoctorWords,
	describeCertificateFault,
	describeCertificateWarning,
	describeGatewayFault,
	gatewayLinkOf,
	type Language,
	type RegisterTrouble,
	type RegisterWords,
} from '../../core/index.ts';
import {wordsFor} from './wording.ts';

/** Null for a trouble of the doctor's own. */
export function foreignWords(trouble: DoctorTrouble, language: Language): DoctorWords | null {
	const {doctor, gateway, journal, register, settings} = wordsFor(language);
	const {means, todo} = doctor;
	const andMore = (text: string, more: number): string =>
		more === 0 ? text : `${text} ${doctor.more(more)}`;
	switch (trouble.code) {
		case 'SETTING': {
			const {place, what, mend} = settings.sentence(trouble.problem);
			return [
				andMore(`${place}: ${what}`, trouble.more),
				trouble.isOdd ? means.settingOdd : means.setting,
				mend,
			];
		}
		case 'MAP': {
			const [wrong, mend] = gateway.mapProblem(trouble.problem);
			return [andMore(wrong, trouble.more), means.setting, mend];
		}
		case 'CERTIFICATE': {
			const {happened, todo: next} = describeCertificateFault(trouble.fault, gateway);
			return [happened, means.certificate, next];
		}
		case 'CERTIFICATE_ODD': {
			const [odd, next] = describeCertificateWarning(trouble.warning, gateway);
			return [odd, means.certificateOdd, next];
		}
		case 'GATEWAY': {
			const {happened, todo: next} = describeGatewayFault(trouble.fault, gateway);
			return [happened, means.gateway[gatewayLinkOf(trouble.fault)], next];
		}
		case 'REGISTER': {
			const describe = register.troubles[trouble.trouble.code] as (one: RegisterTrouble) => RegisterWords;
			return describe(trouble.trouble);
		}
		case 'REGISTER_SAYS':
			return [trouble.fault.text, means.register, trouble.fault.advice];
		case 'STORAGE_REFUSES':
			return [storageWords(trouble.error, language), means.storage, todo.storage];
		case 'JOURNAL_BROKEN':
			return [journal.damage(trouble.damage), means.journalBroken, todo.journalBroken];
		case 'JOURNAL_UNREADABLE':
			return [journal.fault(trouble.fault), means.journalUnreadable, todo.journalUnreadable];
		default:
			return null;
	}
}

function storageWords(error: number | null, language: Language): string {
	const {doctor, register} = wordsFor(language);
	if (error === null) return doctor.storageSilent;
	const hex = error.toString(16).toUpperCase().padStart(2, '0');
	return register.errors[error] ?? register.unknownError(hex, '');
}
