// The register's side of link v1, from the vendor's diagram alone (register-protocol §1.3). Small, with its own clock given.

export type DeviceWorld = {
	/** Carries a command out and gives the answer's payload. */
	readonly execute: (payload: Uint8Array) => Uint8Array;
	/** How long a command takes. */
	readonly workMs: () => number;
	readonly send: (bytes: Uint8Array) => void;
	readonly after: (ms: number, run: () => void) => () => void;
	/** Byte timeout of the register. */
	readonly byteMs: number;
	/** Over RNDIS and TCP: FF after the host's ACK. */
	readonly sendsFiller: boolean;
};

type State = 'command' | 'length' | 'body' | 'working' | 'confirm' | 'enq';

export type DeviceLink = {
	receive(byte: number): void;
	/** A power cut: the kept answer is forgotten. */
	restart(): void;
};

const [STX, ENQ, ACK, NAK] = [0x02, 0x05, 0x06, 0x15];

export function createDeviceLink(world: DeviceWorld): DeviceLink {
	let state: State = 'command';
	let body: number[] = [];
	let length = 0;
	let kept: Uint8Array | null = null;
	let waiting: number[] = [];
	let stopTimer = () => {};

	const enter = (next: State) => {
		stopTimer();
		state = next;
		if (next === 'length' || next === 'body')
			stopTimer = world.after(world.byteMs, () => {
				world.send(Uint8Array.of(NAK));
				enter('command');
			});
		if (next === 'confirm') stopTimer = world.after(world.byteMs * 10, () => enter('enq'));
	};

	const frame = (payload: Uint8Array): Uint8Array => {
		const lrc = payload.reduce((sum, byte) => sum ^ byte, payload.length);
		return Uint8Array.of(STX, payload.length, ...payload, lrc);
	};

	const answer = () => {
		if (kept === null) return;
		world.send(frame(kept));
		enter('confirm');
	};

	const finish = (payload: Uint8Array) => {
		kept = world.execute(payload);
		answer();
		// What came while it worked was in the port's buffer, and is read now.
		const late = waiting;
		waiting = [];
		for (const byte of late) receive(byte);
	};

	const wholeBody = () => {
		const payload = Uint8Array.from(body.slice(0, -1));
		const lrc = payload.reduce((sum, byte) => sum ^ byte, payload.length);
		if (lrc !== body.at(-1)) {
			world.send(Uint8Array.of(NAK));
			enter('command');
			return;
		}
		world.send(Uint8Array.of(ACK));
		enter('working');
		stopTimer = world.after(world.workMs(), () => finish(payload));
	};

	const receive = (byte: number): void => {
		switch (state) {
			case 'working':
				waiting.push(byte);
				return;
			case 'command':
				if (byte === STX) enter('length');
				else world.send(Uint8Array.of(NAK));
				return;
			case 'length':
				if (byte === 0) {
					world.send(Uint8Array.of(NAK));
					enter('command');
					return;
				}
				length = byte;
				body = [];
				enter('body');
				return;
			case 'body':
				body.push(byte);
				if (body.length === length + 1) wholeBody();
				else enter('body');
				return;
			case 'confirm':
				if (byte === ACK) {
					kept = null;
					enter('command');
					if (world.sendsFiller) world.send(Uint8Array.of(0xff));
				} else enter('enq');
				return;
			case 'enq':
				if (byte === ENQ) {
					world.send(Uint8Array.of(ACK));
					answer();
				}
		}
	};

	return {
		receive,
		restart: () => {
			kept = null;
			waiting = [];
			enter('command');
		},
	};
}
