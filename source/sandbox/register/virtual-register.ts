// The virtual register: the device, its links and its faults put together, served over TCP and on any stream.

import {isRefused} from './command.ts';
import {byteTimeoutMs, setExchange} from './commands/exchange.ts';
import {makeControl} from './control.ts';
import {codeOf} from './execute.ts';
import {Faults} from './faults/faults.ts';
import {react} from './faults/react.ts';
import {Journal} from './journal.ts';
import {Port} from './link/port.ts';
import {serveTcp} from './link/tcp.ts';
import {makeDevice} from './make-device.ts';
import type {VirtualRegister, VirtualRegisterOptions} from './options.ts';
import {Power} from './power.ts';

/** Longer than on a serial line: a host that is kept busy for a moment must not look like a broken one. */
const tcpByteTimeoutMs = 500;

/** Starts a register of its own; it lives until `stop`. */
export async function startVirtualRegister(options: VirtualRegisterOptions = {}): Promise<VirtualRegister> {
	const {device, tape, roll, save} = makeDevice(options);
	const {state, model} = device;
	const faults = new Faults();
	for (const fault of options.faults ?? []) faults.inject(fault);
	const journal = new Journal(options.nowMs ?? Date.now, options.onCommand);
	const ports: Port[] = [];
	const power = new Power(() => {
		for (const port of ports) port.forgetAnswer();
		tcp.breakLines();
	});

	const newPort = (kind: 'tcp' | 'stream'): Port => {
		const port = new Port({
			react: (payload, on) => {
				const fault = faults.strike(payload);
				const around = {
					device,
					losePower: (offMs: number | undefined) => power.lose(offMs),
					breakLine: () => on.disconnect(),
				};
				const fate = react(payload, fault, around);
				save();
				if (codeOf(payload) === setExchange.code && fate.outcome && !isRefused(fate.outcome)) on.pickAnew();
				journal.add(payload, fault, fate);
				return fate.reaction;
			},
			byteTimeoutMs: () =>
				options.byteTimeoutMs ??
				(kind === 'tcp' ? tcpByteTimeoutMs : byteTimeoutMs(state.exchange.timeoutCode)),
			sendsFF: kind === 'tcp',
			hasLinkV2: model.hasLinkV2,
			isOn: () => power.isOn,
		});
		ports.push(port);
		return port;
	};

	const host = options.host ?? '127.0.0.1';
	const tcp = await serveTcp({
		host,
		port: options.port ?? 0,
		newPort: () => newPort('tcp'),
		whenOff: options.whenOff ?? 'refuse',
		isOn: () => power.isOn,
	});

	return {
		host,
		port: tcp.port,
		attach: (stream) => newPort('stream').connect(stream),
		control: makeControl({
			device,
			faults,
			setPower: (isOn) => power.set(isOn),
			resetLink: () => {
				for (const port of ports) port.resetLink();
			},
			save,
		}),
		tape: () => tape,
		documents: () => state.documents,
		closedReceipts: () => state.documents.filter((document) => document.type === 3).length,
		commands: () => journal.entries,
		state: () => structuredClone(state),
		isOn: () => power.isOn,
		flushRoll: () => roll?.flush() ?? [],
		async stop() {
			power.stop();
			for (const port of ports) port.resetLink();
			await tcp.close();
			roll?.flush();
			save();
		},
	};
}
