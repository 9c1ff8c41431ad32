// The fiscal register of a till, or none. The line opens with the first command.
import type {Language} from '../core/index.ts';
import {createRegister, type Register, type RegisterOptions} from '../register/index.ts';
import type {Till} from '../settings/index.ts';

/** The till's register as a driver; null for a till without one. */
export function openRegister(
	till: Till,
	language: Language,
	limits: NonNullable<RegisterOptions['limits']> = {},
): Register | null {
	const {register} = till;
	if (register.link === 'none') return null;
	const line =
		register.link === 'tcp'
			? ({link: 'tcp', address: `${register.host}:${register.port}`} as const)
			: ({link: 'serial', address: register.device, baudRate: register.baudRate} as const);
	return createRegister({
		...line,
		password: register.password,
		taxSystem: register.taxSystem,
		slots: till.systems.map(({registerSlot, name}) => ({slot: registerSlot, name})),
		lang: language,
		limits,
	});
}
