// The fiscal register of a till, or none. The line opens with the first command.
import type {Language} from '../core/index.ts';
import {createRegister, type Register, type RegisterOptions} from '../register/index.ts';
import type {Till} from '../settings/index.ts';
import {wordsIn} from './help.ts';
import {registerMemory} from './register-memory.ts';
import {openTraceFile} from './register-trace-file.ts';
import {processSink, quoted} from './sink.ts';

/** The till's register as a driver; null for a till without one. */
export function openRegister(
	till: Till,
	language: Language,
	/** Instead of what a payment has. */
	odd: Pick<RegisterOptions, 'limits' | 'memory'> = {},
): Register | null {
	const {register} = till;
	if (register.link === 'none') return null;
	const line =
		register.link === 'tcp'
			? ({link: 'tcp', address: `${register.host}:${register.port}`} as const)
			: ({link: 'serial', address: register.device, baudRate: register.baudRate} as const);
	const opened = createRegister({
		...line,
		memory: registerMemory(till.folder),
		password: register.password,
		taxSystem: register.taxSystem,
		slots: till.systems.map(({registerSlot, name}) => ({slot: registerSlot, name})),
		lang: language,
		...odd,
	});
	const traceTo = process.env[traceVariable];
	return traceTo ? traced(opened, traceTo, language) : opened;
}

/** Names a file: what goes over the line is added to it, whichever command has the register. */
export const traceVariable = 'QRKASSA_REGISTER_TRACE';

/** Without the file the till works all the same, and says so. */
function traced(register: Register, path: string, language: Language): Register {
	const file = openTraceFile(path);
	if (file.type === 'refused') {
		processSink().err(wordsIn(language).traceRefused(quoted(path), file.detail));
		return register;
	}
	register.onTrace(file.write);
	return {
		...register,
		close: async () => {
			await register.close();
			file.close();
		},
	};
}
