// The register's side of link v2, from the reference alone (register-protocol §2): its own framing, its own CRC.
import type {DeviceLink, DeviceWorld} from './device-link.ts';

function crcOf(bytes: readonly number[]): number {
	let crc = 0xffff;
	for (const byte of bytes)
		for (let bit = 7; bit >= 0; bit -= 1) {
			const isOdd = ((crc >> 15) & 1) !== ((byte >> bit) & 1);
			crc = ((crc << 1) & 0xffff) ^ (isOdd ? 0x1021 : 0);
		}
	return crc;
}

export function createDeviceLinkV2(world: DeviceWorld): DeviceLink {
	let last = 0;
	let answer: readonly number[] | null = null;
	let frame: number[] | null = null;
	let isEscaped = false;
	let isWorking = false;
	let waiting: number[] = [];

	const send = (content: readonly number[]) => {
		const body = [content.length & 0xff, content.length >> 8, ...content];
		const crc = crcOf(body);
		const plain = [...body, crc & 0xff, crc >> 8];
		world.send(
			Uint8Array.of(
				0x8f,
				...plain.flatMap((byte) => (byte === 0x8f ? [0x9f, 0x81] : byte === 0x9f ? [0x9f, 0x83] : [byte])),
			),
		);
	};
	const repeat = () => send([last & 0xff, last >> 8, ...(answer ?? [])]);

	const onFrame = (content: readonly number[]) => {
		if (content.length === 0) return repeat();
		const number = (content[0] ?? 0) + (content[1] ?? 0) * 256;
		if (content.length < 2 || number !== (last + 1) % 0x10000) return repeat();
		isWorking = true;
		world.after(world.workMs(), () => {
			isWorking = false;
			answer = [...world.execute(Uint8Array.from(content.slice(2)))];
			last = number;
			repeat();
			const late = waiting;
			waiting = [];
			for (const byte of late) receive(byte);
		});
	};

	const receive = (byte: number): void => {
		if (isWorking) {
			waiting.push(byte);
			return;
		}
		if (byte === 0x8f) {
			frame = [];
			isEscaped = false;
			return;
		}
		if (frame === null) return;
		if (byte === 0x9f && !isEscaped) {
			isEscaped = true;
			return;
		}
		if (isEscaped && byte !== 0x81 && byte !== 0x83) {
			frame = null;
			return;
		}
		frame.push(isEscaped ? (byte === 0x81 ? 0x8f : 0x9f) : byte);
		isEscaped = false;
		const length = (frame[0] ?? 0) + (frame[1] ?? 0) * 256;
		if (frame.length < 4 || frame.length < length + 4) return;
		const got = (frame[length + 2] ?? 0) + (frame[length + 3] ?? 0) * 256;
		const body = frame.slice(0, length + 2);
		frame = null;
		if (got === crcOf(body)) onFrame(body.slice(2));
	};

	return {
		receive,
		restart: () => {
			last = 0;
			answer = null;
			frame = null;
			waiting = [];
		},
	};
}
