// The device without its links: model, memory kept in a file, printer with tape and roll.
import type {Device} from './device.ts';
import {models} from './model.ts';
import type {VirtualRegisterOptions} from './options.ts';
import {Printer, type PrintSink} from './printer/printer.ts';
import {Roll} from './printer/roll.ts';
import {tapeLines} from './printer/tape.ts';
import {freshState, type RegisterState} from './state/state.ts';
import {StateFile} from './state/state-file.ts';
import {Tables} from './tables/tables.ts';

export type MadeDevice = {
	readonly device: Device;
	/** Lines of the tape, growing. */
	readonly tape: readonly string[];
	readonly roll: Roll | null;
	/** Keeps the state, where a file was named for it. */
	readonly save: () => void;
};

export function makeDevice(options: VirtualRegisterOptions): MadeDevice {
	const worldMs = options.nowMs ?? Date.now;
	const model = {...models[options.model ?? 'm-02f'], ...options.capabilities};
	const file = options.stateFile === undefined ? null : new StateFile(options.stateFile);
	const state: RegisterState = file?.load() ?? {...freshState(worldMs()), ...options.state};

	const tape: string[] = [];
	const roll = options.rollFolder === undefined ? null : new Roll(options.rollFolder, model);
	const print: PrintSink = (item) => {
		roll?.print(item);
		for (const line of tapeLines(item, model, options.tapeInk ?? 'dark')) {
			tape.push(line);
			options.onPrint?.(line);
		}
	};
	const printer = new Printer(() => state.paper, print, {nowMs: worldMs, lineMs: options.printMs ?? 0});
	return {
		// The register's clock goes with the world's, as far ahead as the host set it.
		device: {
			state,
			model,
			tables: new Tables(() => state),
			printer,
			nowMs: () => worldMs() + state.clockAheadMs,
		},
		tape,
		roll,
		save: () => file?.save(state),
	};
}
