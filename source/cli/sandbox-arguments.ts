// The options of `qrkassa sandbox` (and `demo --fault`), checked before anything is started.
import {exitCodes} from '../core/index.ts';
import {type Fault, isModelName, type ModelName, models, parseFaults} from '../sandbox/index.ts';
import type {Attempt} from './fault.ts';
import {wordsIn} from './help.ts';
import {type Invocation, optionText} from './invocation.ts';
import {wholeNumber} from './pay-arguments.ts';
import {quoted} from './sink.ts';

export type SandboxArguments = {
	readonly gatewayPort: number;
	readonly registerPort: number;
	readonly model: ModelName;
	readonly faults: readonly Fault[];
	readonly rollFolder: string | null;
};

/** Reads the options; a wrong one is a fault of the arguments (exit 2). */
export function sandboxArguments(invocation: Invocation): Attempt<SandboxArguments> {
	const words = wordsIn(invocation.language ?? 'ru');
	const fail = (code: string, text: string): Attempt<SandboxArguments> => ({
		ok: false,
		fault: {exitCode: exitCodes.arguments, code, text},
	});
	const ports: number[] = [];
	for (const name of ['gateway-port', 'register-port']) {
		const text = optionText(invocation, name);
		const port = text === null ? 0 : wholeNumber(text, 0, 65_535);
		if (port === null) return fail('PORT', words.port(quoted(text ?? '')));
		ports.push(port);
	}
	const model = optionText(invocation, 'model') ?? 'm-02f';
	if (!isModelName(model)) return fail('MODEL', words.model(quoted(model), Object.keys(models)));
	const faultText = optionText(invocation, 'fault');
	const faults = faultText === null ? {ok: true as const, faults: []} : parseFaults(faultText);
	if (!faults.ok) return fail('FAULT', words.fault(quoted(faults.wrong)));
	const [gatewayPort = 0, registerPort = 0] = ports;
	return {
		ok: true,
		value: {
			gatewayPort,
			registerPort,
			model,
			faults: faults.faults,
			rollFolder: optionText(invocation, 'roll'),
		},
	};
}
